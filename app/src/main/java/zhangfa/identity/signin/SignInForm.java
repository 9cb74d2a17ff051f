package zhangfa.identity.signin;

import org.jspecify.annotations.Nullable;

/**
 * What the log-in page shows.
 *
 * @param then where to go afterwards
 * @param refusal why the last try failed
 * @param out just signed out
 */
public record SignInForm(
        String then, String username, @Nullable String refusal, boolean out) {}
