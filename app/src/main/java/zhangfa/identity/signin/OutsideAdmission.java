package zhangfa.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.Admission;
import zhangfa.identity.credential.Address;
import zhangfa.identity.credential.Attempts;
import zhangfa.identity.credential.TooManyFailures;

/** Lets people in who proved elsewhere who they are. */
@Component
class OutsideAdmission implements Admission {

    private final Attempts attempts;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    OutsideAdmission(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void refuseTooMany(HttpServletRequest request) {
        try {
            attempts.refuseTooMany(Address.of(request));
        } catch (TooManyFailures failures) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "{identity.too-many|" + failures.minutes() + "}");
        }
    }

    @Override
    public void admit(Account account, HttpServletRequest request, HttpServletResponse response) {
        if (!account.active()) {
            throw Refusal.notAllowed();
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account.username(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        attempts.succeeded(account, Address.of(request));
    }

    @Override
    public void refuse(HttpServletRequest request) {
        attempts.failed(Address.of(request));
    }
}
