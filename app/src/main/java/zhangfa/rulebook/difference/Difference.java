package zhangfa.rulebook.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import zhangfa.rulebook.difference.Change.Kind;
import zhangfa.rulebook.regulation.Provision;

/** What is different between two editions, in the order of the newer one; what is gone stands where it stood. */
public record Difference(List<Change> changes) {

    public static Difference between(List<Provision> before, List<Provision> now) {
        var fresh = new HashMap<UUID, Provision>();
        now.forEach(provision -> fresh.put(provision.id(), provision));
        var old = new HashMap<UUID, Provision>();
        before.forEach(provision -> old.put(provision.id(), provision));
        var changes = new ArrayList<Change>();
        var waiting = new ArrayList<>(before);
        for (var provision : now) {
            changes.add(Change.of(old.get(provision.id()), provision));
            var at = waiting.indexOf(old.get(provision.id()));
            if (at >= 0) {
                waiting.remove(at);
                // What stood right behind it and is gone stays there.
                while (at < waiting.size() && !fresh.containsKey(waiting.get(at).id())) {
                    changes.add(Change.of(waiting.remove(at), null));
                }
            }
        }
        var first = waiting.stream()
                .filter(provision -> !fresh.containsKey(provision.id()))
                .map(provision -> Change.of(provision, null))
                .toList();
        changes.addAll(0, first);
        return new Difference(List.copyOf(changes));
    }

    public List<Change> real() {
        return changes.stream().filter(change -> change.kind() != Kind.SAME).toList();
    }

    public int count(Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    public boolean isEmpty() {
        return real().isEmpty();
    }
}
