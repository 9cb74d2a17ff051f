package zhangfa.directory.contact;

import java.util.UUID;

/** Somebody who works here and is not among the contacts any more. */
public record Leaver(UUID account, String username, String name) {}
