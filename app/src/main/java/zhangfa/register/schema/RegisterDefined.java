package zhangfa.register.schema;

import java.util.UUID;

/** A register was made, or its definition changed. */
public record RegisterDefined(String register, String name, int revision, UUID who) {}
