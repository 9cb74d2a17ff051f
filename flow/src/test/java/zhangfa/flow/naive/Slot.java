package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place of one signer, or of several who share it, and of those whom they have added. */
final class Slot {

    /** Where an added signer stands beside whoever added them; a sequence stands one after another. */
    enum Stand {
        FIRST,
        BEFORE,
        BESIDE,
        AFTER
    }

    final int number;
    List<String> people;
    final Stand stand;
    final @Nullable Slot by;
    final List<Slot> added = new ArrayList<>();
    final int weight;

    @Nullable
    String assignee;

    /** Who lent it and gets it back, the last one first. */
    final List<String> lenders = new ArrayList<>();

    @Nullable
    Boolean agreed;

    @Nullable
    String adder;

    boolean removed;

    Slot(int number, List<String> people, Stand stand, @Nullable Slot by, int weight) {
        this.number = number;
        this.people = people;
        this.stand = stand;
        this.by = by;
        this.weight = weight;
        assignee = people.size() == 1 ? people.getFirst() : null;
    }

    /** By this person, or by somebody whom they have added. */
    boolean isAddedBy(String person) {
        return person.equals(adder) || by != null && by.isAddedBy(person);
    }

    boolean isSettled() {
        return removed || agreed != null;
    }

    /** Whether this signer and all whom they added have spoken. */
    boolean isWholeSettled() {
        return isSettled() && added.stream().allMatch(Slot::isWholeSettled);
    }

    List<Slot> whole() {
        var all = new ArrayList<Slot>();
        all.add(this);
        added.forEach(slot -> all.addAll(slot.whole()));
        return all;
    }

    /** Whose signature it is: who lent it out still signs. */
    @Nullable
    String signer() {
        return lenders.isEmpty() ? assignee : lenders.getLast();
    }
}
