package zhangfa.directory;

import java.util.UUID;

/** The contacts of a platform were taken into the organisation: how many units and people changed, and how many ended. */
public record ContactsTaken(UUID provider, int units, int joined, int updated, int ended, UUID who) {}
