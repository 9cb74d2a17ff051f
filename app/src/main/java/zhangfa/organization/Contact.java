package zhangfa.organization;

import org.jspecify.annotations.Nullable;

/** Where somebody can be reached, as far as it is known. */
public record Contact(@Nullable String email, @Nullable String phone) {}
