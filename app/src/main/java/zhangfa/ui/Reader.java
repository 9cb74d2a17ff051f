package zhangfa.ui;

import java.util.Set;
import java.util.UUID;

/** Whoever looks at a page: the account, the name to show, and what it may do. */
public record Reader(UUID id, String username, String name, Set<String> permissions) {

    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
