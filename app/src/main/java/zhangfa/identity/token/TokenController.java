package zhangfa.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Open;
import zhangfa.api.Refusal;
import zhangfa.identity.credential.Address;
import zhangfa.identity.credential.Credentials;
import zhangfa.identity.credential.TooManyFailures;

/** Gives a token for a name and a password. */
@RestController
class TokenController {

    private static final Duration VALIDITY = Duration.ofHours(12);

    private final Credentials credentials;
    private final Tokens tokens;

    TokenController(Credentials credentials, Tokens tokens) {
        this.credentials = credentials;
        this.tokens = tokens;
    }

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Open
    IssuedToken issue(@RequestBody TokenRequest body, HttpServletRequest request, HttpServletResponse response) {
        var given = body.given();
        try {
            var account = credentials.check(given.username(), given.password(), Address.of(request));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return tokens.issue(account.id(), "API", VALIDITY);
        } catch (TooManyFailures failures) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(failures.seconds()));
            throw Refusal.of(Refusal.Kind.TOO_MANY, "{identity.too-many|" + failures.minutes() + "}");
        } catch (BadCredentialsException wrong) {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "{identity.wrong-password}");
        }
    }
}
