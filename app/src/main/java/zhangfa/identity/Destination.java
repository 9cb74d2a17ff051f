package zhangfa.identity;

import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before signing in; never outside of this installation. */
public record Destination(String path) {

    public static Destination of(@Nullable String wanted) {
        return new Destination(wanted != null && isOurs(wanted) ? wanted : "/");
    }

    /** Browsers read a backslash as a slash, and two slashes begin another host. */
    private static boolean isOurs(String wanted) {
        return wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.indexOf('\\') < 0
                && wanted.chars().noneMatch(letter -> letter < ' ' || letter == '{' || letter == '}')
                && !wanted.startsWith("/login");
    }
}
