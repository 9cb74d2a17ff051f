package zhangfa.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import zhangfa.identity.Destination;
import zhangfa.identity.credential.TooManyFailures;

/** After the log-in form: on to where one wanted to go, or the form again with what is wrong. */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String REFUSAL = SignInOutcome.class.getName();

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication account) throws IOException {
        var place = Destination.of(request.getParameter("then")).path();
        response.sendRedirect(response.encodeRedirectURL(request.getContextPath() + place));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (refusal instanceof TooManyFailures failures) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(failures.seconds()));
            response.setStatus(429);
            request.setAttribute(REFUSAL, "{identity.too-many|" + failures.minutes() + "}");
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            request.setAttribute(REFUSAL, "{identity.wrong-password}");
        }
        request.getRequestDispatcher("/login/refusal").forward(request, response);
    }
}
