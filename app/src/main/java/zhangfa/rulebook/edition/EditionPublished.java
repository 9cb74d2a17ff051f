package zhangfa.rulebook.edition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An edition was published: from its day on it is in force, and the one before is not. */
public record EditionPublished(
        UUID edition,
        UUID regulation,
        String title,
        int number,
        LocalDate effectiveFrom,
        int people,
        @Nullable UUID who) {}
