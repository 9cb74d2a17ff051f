package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;

/** What of a case can be seen: the same words for every interpreter. */
public record View(String status, List<Task> tasks, List<Wait> waits, List<String> joins, List<String> incidents) {

    /** Somebody is asked, or waits until others have spoken. */
    public record Task(int slot, String step, List<String> people, boolean held, boolean delegated) {

        public String words() {
            return step + people + (held ? " held" : "") + (delegated ? " delegated" : "");
        }
    }

    /** Something waits for an event or for an action to be done. */
    public record Wait(int live, String element) {}

    /** In words, sorted. */
    public List<String> words() {
        var all = new ArrayList<String>();
        tasks.forEach(task -> all.add(task.words()));
        waits.forEach(wait -> all.add("@" + wait.element()));
        joins.forEach(flow -> all.add(">" + flow));
        incidents.forEach(place -> all.add("!" + place));
        all.sort(null);
        all.addFirst(status);
        return all;
    }
}
