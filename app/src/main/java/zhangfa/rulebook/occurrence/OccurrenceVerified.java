package zhangfa.rulebook.occurrence;

import java.util.UUID;

/** Somebody else verified what was done; or found that it does not do, and gave it back. */
public record OccurrenceVerified(UUID occurrence, String obligation, String period, boolean accepted, UUID who) {}
