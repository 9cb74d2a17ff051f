package zhangfa.work.draft;

import java.time.Instant;
import java.util.UUID;

/** A draft in the list. */
public record DraftRow(UUID id, String href, String title, String process, Instant savedAt) {}
