package zhangfa.rulebook.article;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.practice.Duty;
import zhangfa.rulebook.source.Wording;

/**
 * A duty with the people who have it today.
 *
 * @param names the people, where the rule names the same ones for every case
 * @param step what its step is called, or null
 */
public record DutyView(
        Duty duty, List<String> names, @Nullable Wording step) {

    /** Its message key: {@code rulebook.who.unit-head}, {@code rulebook.who.position.cashier}. */
    public String whoKey() {
        return "rulebook.who." + duty.who().replace(':', '.');
    }
}
