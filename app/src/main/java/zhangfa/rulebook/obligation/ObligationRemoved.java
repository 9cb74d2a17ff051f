package zhangfa.rulebook.obligation;

import java.util.UUID;

/** An obligation of the company's own was given up; its occurrences stay. */
public record ObligationRemoved(String obligation, UUID who) {}
