package zhangfa.identity;

import java.util.Set;
import java.util.UUID;

/**
 * Whoever can sign in.
 *
 * @param username fixed for good; what others are called by in the API
 * @param name the name to show
 * @param active false before activation and after deactivation
 * @param permissions everything that the roles grant together
 */
public record Account(
        UUID id, String username, String name, boolean active, Set<String> roles, Set<String> permissions) {

    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
