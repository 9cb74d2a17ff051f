package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A case as the list of its moves. What is undone is left out of the list, and with it all that cannot be done any more. */
public final class NaiveCase {

    /** The step that the initiator has when a case comes back. */
    public static final String INITIATOR = "initiator";

    private final Drawing drawing;
    private final Lineage lineage;
    private final BiFunction<String, Integer, List<String>> people;
    private List<Move> moves = new ArrayList<>();
    private Table table;
    private int markers;

    /** @param people who is found for a step; the number is that of the instance where there are several, else -1 */
    public NaiveCase(String xml, BiFunction<String, Integer, List<String>> people) {
        drawing = new Drawing(xml);
        lineage = new Lineage();
        this.people = people;
        table = new Table(drawing, lineage, people);
    }

    private NaiveCase(NaiveCase other) {
        drawing = other.drawing;
        lineage = other.lineage;
        people = other.people;
        markers = other.markers;
        table = new Table(drawing, lineage, people);
        take(other.without(_ -> false, null));
    }

    /** The same case, played from its moves. */
    public NaiveCase copy() {
        return new NaiveCase(this);
    }

    /** Does it, or says that it cannot be done. */
    public boolean go(Deed deed, Map<String, ?> data) {
        return switch (deed) {
            case Deed.Withdraw withdraw -> withdraw(withdraw, data);
            case Deed.Return back when !back.jumpBack() -> rerun(back, data);
            case Deed.Return back -> play(new Move(new Move.Detour(back.slot(), back.to(), ++markers), data));
            case Deed.Vote vote when sendsBack(vote) -> rerun(new Deed.Return(vote.slot(), INITIATOR, false), data);
            case Deed.Message message ->
                hear(table.hearing("message", message.name()).stream().limit(1).toList(), data);
            case Deed.Signal signal -> hear(table.hearing("signal", signal.name()), data);
            case Deed.Remove remove -> play(new Move(new Move.TakenOut(remove.slot(), table.hands.whom(remove)), data));
            case Deed.Jump jump when jump.to().equals(INITIATOR) -> rerun(new Deed.Return(-1, INITIATOR, false), data);
            case Deed.Jump jump -> play(new Move(new Move.Jumped(jump, ++markers), data));
            default -> play(new Move(deed, data));
        };
    }

    public View view() {
        return table.view();
    }

    private boolean hear(List<Deed.Occur> heard, Map<String, ?> data) {
        var any = false;
        for (var one : heard) {
            any |= play(new Move(one, data));
        }
        return any;
    }

    private boolean play(Move move) {
        if (!table.play(move)) {
            return false;
        }
        moves.add(move);
        return true;
    }

    /** A refusal that does not end the case. */
    private boolean sendsBack(Deed.Vote vote) {
        return table.sendsBack(vote);
    }

    /** The number of what is at this element now, the last of several. */
    public int last(String element) {
        return table.at(element, false);
    }

    /** The number of an activity that is done several times, all instances together. */
    public int rounds(String element) {
        return table.at(element, true);
    }

    /** Whether a vote may be taken back: while nobody has acted on what came of it. */
    public boolean may(Deed.Withdraw withdraw) {
        return undone(withdraw) != null;
    }

    /** Somebody who would have to wait again has acted and still signs; whoever had asked the voter is not told apart. */
    private boolean haveOthersAsked(Replay without, int slot) {
        var chain = without.table.askedBy(slot);
        return without.table.hands.whileWaiting.stream()
                .filter(what -> !table.hands.whileWaiting.contains(what))
                .map(what -> new Move(what, Map.of()))
                .filter(without.table::isActing)
                .map(Move::acting)
                .anyMatch(place -> place.isPresent() && !chain.contains(place.getAsInt()));
    }

    private String voter(Deed.Withdraw withdraw) {
        return moves.stream()
                .filter(move -> move.what() instanceof Deed.Vote vote && vote.slot() == withdraw.slot())
                .map(move -> ((Deed.Vote) move.what()).person())
                .findFirst()
                .orElseThrow();
    }

    /** Where this person voted last. */
    public int lastVote(String person) {
        return moves.reversed().stream()
                .map(Move::what)
                .filter(what -> what instanceof Deed.Vote vote && vote.person().equals(person))
                .map(vote -> ((Deed.Vote) vote).slot())
                .findFirst()
                .orElseThrow();
    }

    private boolean withdraw(Deed.Withdraw withdraw, Map<String, ?> data) {
        var without = undone(withdraw);
        if (without != null) {
            var marker = new Move(
                    new Move.TakenBack(withdraw.slot(), voter(withdraw), !table.isThere(withdraw.slot())), data);
            take(without, marker);
        }
        return without != null;
    }

    private @Nullable Replay undone(Deed.Withdraw withdraw) {
        var undone = moves.stream()
                .filter(move -> move.what() instanceof Deed.Vote vote && vote.slot() == withdraw.slot())
                .toList();
        if (undone.isEmpty() || !table.isRunning()) {
            return null;
        }
        var without = without(undone::contains, null);
        if (without.lost.stream().anyMatch(move -> !undone.contains(move) && table.isActing(move))
                || !without.table.isOpen(withdraw.slot())
                || haveOthersAsked(without, withdraw.slot())) {
            return null;
        }
        return without;
    }

    /** All that came of the target is undone, and it is asked again. */
    private boolean rerun(Deed.Return back, Map<String, ?> data) {
        if (back.to().equals(INITIATOR)) {
            var fresh = new Table(drawing, lineage, people);
            take(
                    new Replay(fresh, List.of(), List.of()),
                    new Move(new Move.ToInitiator(++markers, table.begunBy), data));
            return true;
        }
        var target = target(back);
        if (target == null) {
            return false;
        }
        var without = without(move -> table.isOn(move, target), target);
        take(without, new Move(new Move.AskAgain(target, ++markers), data));
        return true;
    }

    /** Steps done before, as the tokens came; and the initiator. */
    public List<String> targets(int slot) {
        var found = new TreeSet<String>();
        found.add(INITIATOR);
        table.before(slot).forEach(visit -> found.add(table.step(visit)));
        return List.copyOf(found);
    }

    private @Nullable Integer target(Deed.Return back) {
        return table.before(back.slot()).stream()
                .filter(visit -> table.step(visit).equals(back.to()))
                .map(table::whole)
                .findFirst()
                .orElse(null);
    }

    private void take(Replay replay) {
        moves = new ArrayList<>(replay.kept);
        table = replay.table;
    }

    private void take(Replay replay, Move marker) {
        take(replay);
        if (!play(marker)) {
            throw new IllegalStateException("Cannot " + marker);
        }
    }

    private Replay without(Predicate<Move> undone, @Nullable Integer target) {
        var replayed = new Table(drawing, lineage, people);
        if (target != null) {
            replayed.spare(target);
        }
        replayed.hands.replaying = true;
        moves.forEach(move -> {
            if (move.what() instanceof Move.AskAgain again && !undone.test(move)) {
                replayed.spare(again.visit());
            }
        });
        var kept = new ArrayList<Move>();
        var lost = new ArrayList<Move>();
        for (var move : moves) {
            if (!undone.test(move) && replayed.play(move)) {
                kept.add(move);
            } else {
                lost.add(move);
            }
        }
        replayed.hands.replaying = false;
        return new Replay(replayed, kept, lost);
    }

    private record Replay(Table table, List<Move> kept, List<Move> lost) {}
}
