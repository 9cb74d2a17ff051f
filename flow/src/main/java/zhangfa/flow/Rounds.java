package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * The instances of an activity that is done several times.
 *
 * @param planned how many there are in all; 0 for a loop, which does not know
 * @param items what each is about, where it goes by a list: text, numbers, truth values, lists and maps
 * @param instances the visit of each, in their order, or of the detour it is on; 0 for one that was undone and comes again, less for one that was taken
 *     away: it keeps its place, so that the others keep their items
 */
public record Rounds(int planned, List<Object> items, List<Integer> instances) {

    public Rounds {
        items = Copies.of(items);
        instances = Copies.of(instances);
    }

    /** With the next instance, in the place of one that was undone if there is such. */
    Rounds with(int instance) {
        var next = new ArrayList<>(instances);
        var place = next();
        if (place == next.size()) {
            next.add(instance);
        } else {
            next.set(place, instance);
        }
        return new Rounds(planned, items, next);
    }

    /** Where a visit comes in place of another, as after a detour. */
    Rounds replacing(int instance, int next) {
        return new Rounds(planned, items, Copies.change(instances, one -> one == instance, _ -> next));
    }

    /** Without one, whose place stays empty. */
    Rounds taking(int gone) {
        return gone == 0 ? this : replacing(gone, -gone);
    }

    /** How many have begun and were not taken away. */
    int begun() {
        return instances.size() - Copies.where(instances, one -> one < 0).size();
    }

    /** Which one a visit is, from 0; less where it is none. */
    int index(int visit) {
        return instances.indexOf(visit);
    }

    /** Which one begins next. */
    int next() {
        var free = instances.indexOf(0);
        return free < 0 ? instances.size() : free;
    }

    /** Those among these visits are to come again. */
    Rounds without(List<Integer> undone) {
        var rest = instances.stream()
                .map(instance -> undone.contains(instance) ? 0 : instance)
                .toList();
        return new Rounds(planned, items, rest);
    }

    /** With others to come. */
    Rounds planning(int next, List<Object> with) {
        return new Rounds(next, with, instances);
    }
}
