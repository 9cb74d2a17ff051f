package zhangfa.work.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.process.CaseFile;
import zhangfa.process.Choices;
import zhangfa.process.Reading;
import zhangfa.process.Reading.Relative;
import zhangfa.ui.Tone;
import zhangfa.work.inbox.Rows;

/**
 * How a case stands, beside its content.
 *
 * @param choices what the reader may choose to have done next
 * @param places open tasks that the owner may move on, by id, with the names of their steps
 * @param jumpable and {@code reopenable}: what the reader, as the owner, may do by hand
 */
public record Standing(
        UUID id,
        List<Trouble> troubles,
        List<Choice> choices,
        @Nullable Kin caller,
        List<Kin> called,
        Map<String, String> places,
        Map<String, String> steps,
        boolean jumpable,
        boolean reopenable) {

    /** A case that called this one, or was called by it. */
    public record Kin(UUID id, String number, String title, String status, Tone tone) {

        static Kin of(Relative relative) {
            return new Kin(
                    relative.id(),
                    relative.number(),
                    relative.title(),
                    relative.status(),
                    Rows.tone(relative.status()));
        }
    }

    /** What may be begun now in an ad-hoc sub-process, by id, and whether that may be left. */
    public record Choice(int place, String name, Map<String, String> activities, boolean leavable) {

        static Choice of(Choices.Choice choice) {
            var activities = new LinkedHashMap<String, String>();
            choice.activities().forEach(activity -> activities.put(activity.id(), activity.name()));
            return new Choice(choice.place(), choice.name(), activities, choice.leavable());
        }
    }

    static Standing of(
            CaseFile file,
            Reading.Kin kin,
            List<Trouble> troubles,
            List<Choices.Choice> choices,
            Map<String, String> steps) {
        var places = new LinkedHashMap<String, String>();
        file.openTasks().stream()
                .filter(task -> task.actions().contains("jump"))
                .forEach(task -> places.put(task.id().toString(), steps.getOrDefault(task.step(), task.step())));
        return new Standing(
                file.id(),
                troubles,
                choices.stream().map(Choice::of).toList(),
                kin.caller() == null ? null : Kin.of(kin.caller()),
                kin.called().stream().map(Kin::of).toList(),
                places,
                steps,
                file.owned() && !places.isEmpty(),
                file.owned() && file.endedAt() != null);
    }

    public boolean hasKin() {
        return caller != null || !called.isEmpty();
    }
}
