package zhangfa.rulebook.occurrence;

import java.time.LocalDate;

/**
 * An occurrence as people read it.
 *
 * @param owners names of whoever has it to do
 * @param unit empty where it is for no unit
 * @param doneBy empty while it is open
 * @param verifiedBy empty while nobody has verified it
 */
public record OccurrenceRow(
        Occurrence one, LocalDate dueOn, String owners, String unit, String doneBy, String verifiedBy) {}
