package zhangfa.rulebook.control;

import java.util.Locale;

/**
 * A control that the company wrote itself.
 *
 * @param article what else it rests on, as people call it
 * @param revision how often it was changed
 */
public record OwnControl(Control control, String article, int revision) {

    String ownerPosition() {
        return control.owner().replaceFirst("^position:", "");
    }

    ControlForm form() {
        return new ControlForm(
                revision,
                control.title().simplified(),
                article,
                control.severity().name().toLowerCase(Locale.ROOT),
                control.cadence().name().toLowerCase(Locale.ROOT),
                ownerPosition(),
                control.query(),
                control.clauses());
    }
}
