package zhangfa.ui;

import java.time.Instant;

/**
 * One thing that waits for a reader and is no task of a case.
 *
 * @param title in the reader's language
 * @param note what else tells it apart, such as its period
 * @param href where it is done
 */
public record Chore(String title, String note, String href, Instant dueAt, boolean late) {}
