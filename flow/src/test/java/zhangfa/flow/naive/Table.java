package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.naive.Live.As;
import zhangfa.flow.naive.Occurrences.Armed;

/** Plays one move after another on a board. */
final class Table {

    private final Drawing drawing;
    private final Lineage lineage;
    private final Board board;
    private final Shape initiator;
    private final Outside outside;
    private final Owner owner;

    final Hands hands;

    /** The start event; empty for the one without a trigger. */
    String begunBy = "";

    Table(Drawing drawing, Lineage lineage, BiFunction<String, Integer, List<String>> people) {
        this.drawing = drawing;
        this.lineage = lineage;
        board = new Board(drawing, lineage, people);
        hands = new Hands(board, this::decide);
        outside = new Outside(board);
        owner = new Owner(board);
        var process = drawing.process;
        initiator = new Shape(
                NaiveCase.INITIATOR, "userTask", "", process.id(), process.xml(), new ArrayList<>(), new ArrayList<>());
    }

    /** Whether it could be done; if not, nothing has happened. */
    boolean play(Move move) {
        board.data = move.data();
        var done = owner.allows(move.what()) && does(move.what());
        if (done) {
            board.settle();
        }
        return done;
    }

    private boolean does(Object what) {
        return switch (what) {
            case Deed.Start start -> start(start.event());
            case Deed.Occur occur -> occur(occur);
            case Deed.Finish finish -> outside.finish(finish.live());
            case Deed.Throw thrown -> outside.error(thrown);
            case Deed.Retry _ -> outside.retry();
            case Deed.Cancel _ -> cancel();
            case Deed.Refresh _ -> true;
            case Deed.Fail fail -> outside.fail(fail.live());
            case Deed.Tell tell -> outside.tell(tell);
            case Deed.More more -> board.repeats.more(board.find(more.rounds()), more.item());
            case Deed.Fewer fewer -> board.repeats.fewer(board.find(fewer.instance()));
            case Deed.Suspend _ -> owner.suspend();
            case Deed.Resume _ -> owner.resume();
            case Move.Jumped jump -> owner.jump(jump);
            case Move.Detour detour -> detour(detour);
            case Move.AskAgain again -> askAgain(again);
            case Move.ToInitiator mend -> mend(mend);
            default -> hands.does(what);
        };
    }

    private boolean start(String event) {
        begunBy = event;
        board.begin(beginning());
        return true;
    }

    private boolean cancel() {
        board.end("CANCELLED");
        return true;
    }

    /** A step goes on as soon as its rule says so. */
    private void decide(Live step) {
        if (step.asked().isRefused()) {
            board.end("REJECTED");
        } else if (step.asked().isAgreed()) {
            if (step.detourOf != null) {
                back(step, step.detourOf);
            } else if (step.shape.equals(initiator)) {
                board.remove(step);
                var start = beginning();
                board.go(start, lineage.of(start.id(), step.number), step.scope());
            } else {
                board.leave(step);
            }
        }
    }

    private void back(Live detour, Live waiting) {
        board.remove(detour);
        board.put(waiting);
        board.ask(waiting, lineage.of("back", detour.number));
    }

    private boolean detour(Move.Detour detour) {
        var slot = board.slot(detour.slot());
        if (slot == null || !isOpen(detour.slot())) {
            return false;
        }
        var from = board.step(slot);
        var shape = detour.to().equals(initiator.id()) ? initiator : drawing.shape(detour.to());
        board.remove(from);
        var step =
                board.put(new Live(As.STEP, lineage.of("detour " + detour.marker(), from.number), shape, from.inside));
        step.detourOf = from;
        board.ask(step, step.number);
        return true;
    }

    private boolean askAgain(Move.AskAgain again) {
        board.spared.remove(Integer.valueOf(again.visit()));
        var step = board.find(again.visit());
        if (step == null) {
            return false;
        }
        var round = round(again);
        if (step.as == As.ROUNDS) {
            board.remove(step);
            board.repeats.begin(step.shape, round, step.scope());
        } else {
            board.ask(step, round);
        }
        return true;
    }

    private Shape beginning() {
        return begunBy.isEmpty() ? drawing.start(drawing.process.id()) : drawing.shape(begunBy);
    }

    private boolean mend(Move.ToInitiator mend) {
        begunBy = mend.event();
        var root = board.put(new Live(As.SCOPE, lineage.of("case anew " + mend.marker()), drawing.process, null));
        var step = board.put(new Live(As.STEP, lineage.of("mending", root.number), initiator, root));
        board.ask(step, step.number);
        return true;
    }

    private boolean occur(Deed.Occur occur) {
        var armed = armed(occur);
        if (armed == null) {
            var wait = board.find(occur.live());
            return wait != null && wait.shape.id().equals(occur.event()) && outside.finish(wait.number);
        }
        board.occurrences.occur(armed);
        return true;
    }

    private @Nullable Armed armed(Deed.Occur occur) {
        return board.occurrences.armed().stream()
                .filter(one ->
                        one.live().number == occur.live() && one.event().id().equals(occur.event()))
                .findFirst()
                .orElse(null);
    }

    /** What hears a message, the longest waiting alone, or a signal, all of them. */
    List<Deed.Occur> hearing(String kind, String name) {
        return board.occurrences.armed().stream()
                .filter(one -> one.event().event().equals(kind)
                        || kind.equals("message") && one.event().is("receiveTask"))
                .filter(one -> drawing.about(one.event()).equals(name))
                .map(one -> new Deed.Occur(one.live().number, one.event().id()))
                .toList();
    }

    /** Up to when it is asked again, nothing that comes from elsewhere ends this step. */
    void spare(int visit) {
        board.spared.add(visit);
    }

    /** What somebody did with a task counts as long as it is still theirs to decide. */
    boolean isActing(Move move) {
        if (move.what() instanceof Deed.Add add) {
            var slot = board.slot(add.slot());
            return slot != null && slot.added.stream().anyMatch(one -> !one.removed);
        }
        return move.isDecision()
                || move.acting().isPresent() && isThere(move.acting().getAsInt());
    }

    int at(String element, boolean together) {
        return board.live.reversed().stream()
                .filter(one -> one.shape.id().equals(element) && together == (one.as == As.ROUNDS))
                .findFirst()
                .orElseThrow()
                .number;
    }

    boolean isThere(int slot) {
        return board.slot(slot) != null;
    }

    boolean isRunning() {
        return board.isRunning();
    }

    boolean isOpen(int number) {
        var slot = board.slot(number);
        return slot != null && board.step(slot).asked().isOpen(slot);
    }

    /** A vote that refuses the step, where a refusal goes back to the initiator. */
    boolean sendsBack(Deed.Vote vote) {
        var slot = board.slot(vote.slot());
        if (slot == null || vote.agreed() || !isOpen(vote.slot())) {
            return false;
        }
        var step = board.step(slot);
        slot.agreed = false;
        var refused = step.asked().isRefused();
        slot.agreed = null;
        return refused && step.shape.attribute("reject").equals("return");
    }

    /** Steps that the step of this signer came of, the youngest first. */
    List<Integer> before(int slot) {
        var visit = Objects.requireNonNull(board.visits.get(slot));
        var at = board.find(visit);
        var from = at == null ? visit : at.atHome().number;
        return lineage.ancestors(from).stream()
                .filter(one -> one != from && one != visit && board.steps.containsKey(one))
                .toList();
    }

    /** Who had this signer asked, and who had those, as far as the task is still theirs. */
    List<Integer> askedBy(int signer) {
        var chain = new ArrayList<Integer>();
        for (var slot = board.slot(signer); slot != null && slot.by != null; slot = slot.by) {
            if (slot.by.assignee == null || slot.by.assignee.equals(slot.adder)) {
                chain.add(slot.by.number);
            }
        }
        return chain;
    }

    String step(int visit) {
        return Objects.requireNonNull(board.steps.get(visit));
    }

    /** The step, or all of its instances where it is done several times. */
    int whole(int visit) {
        return board.whole.getOrDefault(visit, visit);
    }

    /** Whether a move is one that settled this step. */
    boolean isOn(Move move, int target) {
        return switch (move.what()) {
            case Deed.Vote vote -> isOf(vote.slot(), target);
            case Deed.Claim claim -> isOf(claim.slot(), target);
            case Deed.Release release -> isOf(release.slot(), target);
            case Deed.Transfer transfer -> isOf(transfer.slot(), target);
            case Deed.Delegate delegate -> isOf(delegate.slot(), target);
            case Deed.Resolve resolve -> isOf(resolve.slot(), target);
            case Deed.Add add -> isOf(add.slot(), target);
            case Move.TakenOut out -> isOf(out.slot(), target);
            case Move.TakenBack back -> isOf(back.slot(), target);
            case Move.Detour detour -> isOf(detour.slot(), target);
            case Move.AskAgain again -> again.visit() == target && isLast(again);
            case Deed.Occur occur ->
                occur.live() == target && drawing.shape(occur.event()).interrupts();
            default -> false;
        };
    }

    /** Of a step it is the last round that counts: what went before it, a detour came of. */
    private boolean isOf(int slot, int target) {
        var visit = board.visits.get(slot);
        return visit != null
                && (whole(visit) == target && whole(visit) != visit
                        || visit == target && Objects.equals(board.rounds.get(slot), board.rounds.get(visit)));
    }

    /** Whether no detour came back to the step since. */
    private boolean isLast(Move.AskAgain again) {
        var last = board.rounds.get(again.visit());
        return last == null || last == round(again);
    }

    private int round(Move.AskAgain again) {
        return lineage.of("again " + again.marker(), again.visit());
    }

    View view() {
        return new Looking(board).view();
    }
}
