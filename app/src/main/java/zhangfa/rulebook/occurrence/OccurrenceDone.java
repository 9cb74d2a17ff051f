package zhangfa.rulebook.occurrence;

import java.util.UUID;

/** Somebody did what an obligation asks for, and put a note to it. */
public record OccurrenceDone(UUID occurrence, String obligation, String period, UUID who) {}
