package zhangfa.identity.role;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bundle of permissions, and how far its holders see.
 *
 * @param name null for the roles that ship with the product: their names are in the message bundles
 * @param units those of scope {@code chosen}
 */
public record Role(String key, @Nullable String name, String scope, Set<UUID> units, List<String> permissions) {

    public static final List<String> SCOPES = List.of("self", "unit", "unit_and_below", "chosen", "all");

    /** The name to show when no message names the role. */
    public String label() {
        return name == null ? key : name;
    }
}
