package zhangfa.identity.credential;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** So many tries went wrong that the next one is not even looked at for a while. */
public final class TooManyFailures extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyFailures(Duration wait) {
        super("Too many failures");
        this.wait = wait;
    }

    public long seconds() {
        return Math.max(1, wait.toSeconds());
    }

    public long minutes() {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
