package zhangfa.identity.signin;

import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before signing in; never outside of this installation. */
record Destination(String path) {

    static Destination of(@Nullable String wanted) {
        return new Destination(wanted != null && isOurs(wanted) ? wanted : "/");
    }

    /** Browsers read a backslash as a slash, and two slashes begin another host. */
    private static boolean isOurs(String wanted) {
        return wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.indexOf('\\') < 0
                && wanted.chars().noneMatch(letter -> letter < ' ')
                && !wanted.startsWith("/login");
    }
}
