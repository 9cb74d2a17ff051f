package zhangfa.identity.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import zhangfa.identity.credential.Address;
import zhangfa.identity.credential.Credentials;

/** Signs in from the log-in form; a session remembers only the username, all else is looked up at each request. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Credentials credentials;

    PasswordSignIn(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        var address = given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var account = credentials.check(
                given.getName().strip(), String.valueOf(given.getCredentials()), new Address(address));
        return UsernamePasswordAuthenticationToken.authenticated(account.username(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
