package zhangfa.rulebook.obligation;

import java.util.UUID;

/** The company laid down an obligation of its own, or changed it. */
public record ObligationWritten(String obligation, String title, UUID who) {}
