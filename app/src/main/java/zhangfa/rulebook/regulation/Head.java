package zhangfa.rulebook.regulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of an edition.
 *
 * @param owner key of the position that answers for it
 * @param reason why there is this edition, for those who review it
 * @param effectiveFrom the first day on which it is in force, in the company's zone; null while nobody has said
 */
public record Head(
        String title,
        Rank rank,
        Scope scope,
        String owner,
        String reason,
        @Nullable LocalDate effectiveFrom) {}
