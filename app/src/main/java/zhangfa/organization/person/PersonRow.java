package zhangfa.organization.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as a list shows them. */
public record PersonRow(
        UUID id,
        String username,
        String name,
        UUID unit,
        String unitName,
        @Nullable String position,
        String level,
        boolean active) {}
