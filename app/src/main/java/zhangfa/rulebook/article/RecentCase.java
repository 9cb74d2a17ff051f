package zhangfa.rulebook.article;

import java.time.Instant;

/** A case that shows how the article is lived, as far as the reader may see it. */
public record RecentCase(String href, String number, String title, String status, Instant startedAt) {}
