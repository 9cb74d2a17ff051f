package zhangfa.work.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.process.CaseFile;
import zhangfa.process.Reading;
import zhangfa.process.Reading.Relative;
import zhangfa.ui.Tone;
import zhangfa.work.inbox.Rows;

/**
 * How a case stands, beside its content.
 *
 * @param places open tasks that the owner may move on, by id, with the names of their steps
 * @param jumpable and {@code reopenable}: what the reader, as the owner, may do by hand
 */
public record Standing(
        UUID id,
        List<Trouble> troubles,
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

    static Standing of(CaseFile file, Reading.Kin kin, List<Trouble> troubles, Map<String, String> steps) {
        var places = new LinkedHashMap<String, String>();
        file.openTasks().stream()
                .filter(task -> task.actions().contains("jump"))
                .forEach(task -> places.put(task.id().toString(), steps.getOrDefault(task.step(), task.step())));
        return new Standing(
                file.id(),
                troubles,
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
