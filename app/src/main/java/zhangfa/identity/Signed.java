package zhangfa.identity;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;

/** Knows who is acting in the present request, by session or by token; a controller may also just take an {@link Account}. */
@Component
public class Signed {

    private final Accounts accounts;

    Signed(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whoever is signed in. @throws Refusal {@code UNAUTHENTICATED} for nobody, or an account deactivated meanwhile */
    public Account account() {
        return ifAny().orElseThrow(() -> Refusal.of(Refusal.Kind.UNAUTHENTICATED, "{identity.not-signed-in}"));
    }

    public Optional<Account> ifAny() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return accounts.named(authentication.getName()).filter(Account::active);
    }
}
