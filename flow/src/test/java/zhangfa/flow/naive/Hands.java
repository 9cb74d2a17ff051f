package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import zhangfa.flow.naive.Slot.Stand;

/** What people do with their tasks: vote, hand on, lend out, ask others to sign. */
final class Hands {

    private final Board board;
    private final Consumer<Live> decide;

    /** Who has asked others stays with them, also while waiting again for somebody who speaks before. */
    boolean replaying;

    final List<Object> whileWaiting = new ArrayList<>();

    Hands(Board board, Consumer<Live> decide) {
        this.board = board;
        this.decide = decide;
    }

    boolean does(Object what) {
        return switch (what) {
            case Deed.Vote vote -> vote(vote);
            case Deed.Claim claim ->
                change(what, claim.slot(), slot -> slot.assignee == null, slot -> slot.assignee = claim.person());
            case Deed.Release release ->
                change(what, release.slot(), slot -> slot.people.size() > 1, slot -> slot.assignee = null);
            case Deed.Transfer transfer ->
                change(what, transfer.slot(), _ -> true, slot -> {
                    slot.lenders.clear();
                    slot.assignee = transfer.to();
                });
            case Deed.Delegate delegate ->
                change(what, delegate.slot(), _ -> true, slot -> {
                    slot.lenders.addFirst(delegate.person());
                    slot.assignee = delegate.to();
                });
            case Deed.Resolve resolve ->
                change(
                        what,
                        resolve.slot(),
                        slot -> !slot.lenders.isEmpty(),
                        slot -> slot.assignee = slot.lenders.removeFirst());
            case Deed.Add add -> add(add);
            case Move.TakenOut out -> takeOut(out);
            case Move.TakenBack back -> change(what, back.slot(), _ -> true, slot -> takenBack(slot, back));
            default -> throw new IllegalArgumentException(what.toString());
        };
    }

    private void takenBack(Slot slot, Move.TakenBack back) {
        slot.people = List.of(back.person());
        slot.assignee = back.person();
        slot.lenders.clear();
        if (back.anew()) {
            for (var other : board.step(slot).asked().all()) {
                other.assignee = other.signer();
                other.lenders.clear();
            }
        }
    }

    private boolean isOpen(Slot slot) {
        return board.step(slot).asked().isOpen(slot);
    }

    private boolean vote(Deed.Vote vote) {
        var slot = board.slot(vote.slot());
        if (slot == null || !isOpen(slot) || !slot.lenders.isEmpty()) {
            return false;
        }
        slot.assignee = vote.person();
        slot.agreed = vote.agreed();
        decide.accept(board.step(slot));
        return true;
    }

    private boolean add(Deed.Add add) {
        var slot = board.slot(add.slot());
        if (slot == null || slot.isSettled() || !isOpen(slot) && !replaying) {
            return false;
        }
        if (!isOpen(slot)) {
            whileWaiting.add(add);
        }
        var step = board.step(slot);
        for (var person : add.who()) {
            var number = board.lineage.of("added " + person + " " + add.where() + " " + slot.added.size(), slot.number);
            var stand = switch (add.where()) {
                case BEFORE -> Stand.BEFORE;
                case PARALLEL -> Stand.BESIDE;
                case AFTER -> Stand.AFTER;
            };
            var added = new Slot(number, List.of(person), stand, slot, 1);
            added.adder = add.person();
            slot.added.add(added);
            board.visits.put(number, step.number);
            board.rounds.put(number, board.rounds.get(slot.number));
        }
        return true;
    }

    /** Those of these names whom the person added, or those added, with whom they have added; unless they have spoken. */
    List<Integer> whom(Deed.Remove remove) {
        var slot = board.slot(remove.slot());
        return slot == null
                ? List.of()
                : board.step(slot).asked().all().stream()
                        .filter(one -> one.isAddedBy(remove.person()) && !one.isSettled())
                        .filter(one ->
                                remove.who().stream().anyMatch(who -> who.equals(one.signer()) || one.isAddedBy(who)))
                        .map(one -> one.number)
                        .toList();
    }

    private boolean takeOut(Move.TakenOut out) {
        var slot = board.slot(out.slot());
        if (slot == null) {
            return false;
        }
        var step = board.step(slot);
        var taken = step.asked().all().stream()
                .filter(one -> out.signers().contains(one.number))
                .toList();
        taken.forEach(one -> one.whole().forEach(each -> each.removed = true));
        decide.accept(step);
        return !taken.isEmpty();
    }

    private boolean change(Object what, int number, Predicate<Slot> fits, Consumer<Slot> change) {
        var slot = board.slot(number);
        if (slot == null || slot.isSettled() || !isOpen(slot) && !replaying || !fits.test(slot)) {
            return false;
        }
        if (!isOpen(slot)) {
            whileWaiting.add(what);
        }
        change.accept(slot);
        return true;
    }
}
