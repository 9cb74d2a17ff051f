package zhangfa.register.schema;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A register was made, or its definition changed; by nobody where a section of the rulebook laid it down at the start. */
public record RegisterDefined(
        String register,
        String name,
        int revision,
        @Nullable UUID who) {}
