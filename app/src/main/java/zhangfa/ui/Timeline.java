package zhangfa.ui;

import java.util.ArrayList;
import java.util.List;

/** A timeline as it is read: what people did one by one, what the system did between folded together. */
public record Timeline(List<Stretch> stretches) {

    /** One event of a person, or a run of system events. */
    public record Stretch(List<TimelineEvent> events) {

        public boolean isFolded() {
            return events.getFirst().isOfSystem();
        }

        public TimelineEvent event() {
            return events.getFirst();
        }
    }

    public static Timeline of(List<TimelineEvent> events) {
        var stretches = new ArrayList<Stretch>();
        var system = new ArrayList<TimelineEvent>();
        for (var event : events) {
            if (event.isOfSystem()) {
                system.add(event);
                continue;
            }
            fold(system, stretches);
            stretches.add(new Stretch(List.of(event)));
        }
        fold(system, stretches);
        return new Timeline(List.copyOf(stretches));
    }

    private static void fold(List<TimelineEvent> system, List<Stretch> stretches) {
        if (!system.isEmpty()) {
            stretches.add(new Stretch(List.copyOf(system)));
            system.clear();
        }
    }
}
