package zhangfa.organization.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.organization.PostLevel;

/** Somebody who starts here: who they are and where they work. */
public record NewPerson(
        String username,
        String name,
        UUID unit,
        @Nullable String position,
        PostLevel level,
        @Nullable String email,
        @Nullable String phone) {}
