package zhangfa.organization;

import java.util.Locale;

/** How senior a post is: 专员, 主管, 经理. */
public enum PostLevel {
    SPECIALIST,
    SUPERVISOR,
    MANAGER;

    /** Its name in the database, the API and the message bundles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PostLevel of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
