package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.naive.Live.As;

/** The token game: where tokens are, and how they go on until all of them rest. */
final class Board {

    final Drawing drawing;
    final Lineage lineage;
    final BiFunction<String, Integer, List<String>> people;
    final List<Live> live = new ArrayList<>();
    final Map<Integer, String> steps = new HashMap<>();
    /** The step that a signer signs, and the rounds that a step is one of. */
    final Map<Integer, Integer> visits = new HashMap<>();

    final Map<Integer, Integer> whole = new HashMap<>();

    /** The round of a step that a signer signs, and the last round of the step. */
    final Map<Integer, Integer> rounds = new HashMap<>();

    /** Steps that are asked again later, as often as they stand here: until then nothing from elsewhere ends them. */
    final List<Integer> spared = new ArrayList<>();

    Map<String, ?> data = Map.of();
    String status = "RUNNING";
    final Occurrences occurrences = new Occurrences(this);
    final Repeats repeats = new Repeats(this);
    private final Gathering gathering = new Gathering(this);

    Board(Drawing drawing, Lineage lineage, BiFunction<String, Integer, List<String>> people) {
        this.drawing = drawing;
        this.lineage = lineage;
        this.people = people;
    }

    /** The case begins. */
    void begin(Shape start) {
        var root = put(new Live(As.SCOPE, lineage.of("case"), drawing.process, null));
        go(start, lineage.of(start.id(), root.number), root);
    }

    void begin(Live scope) {
        var start = drawing.start(scope.shape.id());
        go(start, lineage.of(start.id(), scope.number), scope);
    }

    Live put(Live one) {
        live.add(one);
        return one;
    }

    /** Out of a node by what its conditions say. */
    void go(Shape shape, int number, Live scope) {
        List<Arrow> arrows;
        try {
            arrows = chosen(shape, scope);
        } catch (IllegalStateException undecided) {
            put(new Live(As.STUCK, number, shape, scope));
            return;
        }
        if (shape.out().isEmpty()) {
            scope.ends.add(number);
        }
        for (var arrow : arrows) {
            arrive(arrow, lineage.of(arrow.id(), number), scope);
        }
    }

    /** 13.4: the first that holds, all that hold, or all. */
    private List<Arrow> chosen(Shape shape, Live scope) {
        var known = repeats.known(scope);
        if (shape.is("parallelGateway") || shape.out().isEmpty()) {
            return shape.out();
        }
        var otherwise = shape.attribute("default");
        var taken = new ArrayList<Arrow>();
        for (var arrow : shape.out()) {
            if (arrow.id().equals(otherwise)) {
                continue;
            }
            if (arrow.condition() == null || Boolean.TRUE.equals(Saying.of(arrow.condition(), known))) {
                taken.add(arrow);
                if (shape.is("exclusiveGateway")) {
                    return taken;
                }
            }
        }
        if (taken.isEmpty()) {
            shape.out().stream().filter(arrow -> arrow.id().equals(otherwise)).forEach(taken::add);
        }
        if (taken.isEmpty()) {
            throw new IllegalStateException("Nowhere to go from " + shape.id());
        }
        return taken;
    }

    private void arrive(Arrow arrow, int number, Live scope) {
        var shape = drawing.shape(arrow.to());
        if (shape.isJoin()) {
            put(new Live(As.PARKED, number, shape, scope)).at = arrow;
        } else if (shape.isActivity()) {
            activity(shape, number, scope);
        } else if (shape.is("eventBasedGateway")) {
            put(new Live(As.GATE, number, shape, scope));
        } else if (shape.is("intermediateCatchEvent") && !shape.event().equals("link")) {
            put(new Live(As.WAIT, number, shape, scope));
        } else if (shape.is("intermediateThrowEvent") || shape.is("endEvent")) {
            occurrences.thrown(shape, number, scope);
        } else {
            go(shape, number, scope);
        }
    }

    void activity(Shape shape, int number, Live scope) {
        if (shape.isRepeated()) {
            repeats.begin(shape, number, scope);
        } else {
            instance(shape, number, scope, -1);
        }
    }

    /** One activity, or one of several of it. */
    void instance(Shape shape, int number, Live scope, int index) {
        if (shape.isStep()) {
            var step = put(new Live(As.STEP, number, shape, scope));
            step.index = index;
            if (step.isInstance()) {
                whole.put(number, scope.number);
            }
            ask(step, number);
        } else if (shape.isSubProcess()) {
            var inner = put(new Live(As.SCOPE, number, shape, scope));
            inner.index = index;
            begin(inner);
        } else if (shape.isOutside()) {
            put(new Live(As.WAIT, number, shape, scope)).index = index;
        } else {
            go(shape, number, scope);
        }
    }

    /** A round of a step: people are found, and boundary events wait anew. */
    void ask(Live step, int round) {
        steps.put(step.number, step.shape.id());
        var asked = people.apply(step.shape.id(), step.index);
        step.signers = new Signers(step.shape, asked, Map.of(), lineage, round);
        step.signers.slots.forEach(slot -> visits.put(slot.number, step.number));
        step.signers.slots.forEach(slot -> rounds.put(slot.number, round));
        rounds.put(step.number, round);
        step.spent.clear();
        step.held.clear();
    }

    /** An activity is done. */
    void leave(Live done) {
        remove(done);
        if (done.isInstance()) {
            repeats.next(done);
        } else if (done.inside == null) {
            end("COMPLETED");
        } else if (done.shape.isHandler()) {
            done.inside.ends.add(done.number);
        } else {
            go(done.shape, out(done), done.inside);
        }
    }

    /** What leaves a scope came of all that ended in it. */
    int out(Live done) {
        return done.ends.isEmpty() ? done.number : lineage.of("out of " + done.number, done.ends);
    }

    void remove(Live one) {
        live.remove(one);
        live.removeIf(other -> other.isIn(one));
    }

    void end(String how) {
        live.clear();
        status = how;
    }

    boolean isRunning() {
        return status.equals("RUNNING");
    }

    /** Until nothing moves any more: joins, scopes in which all has ended, conditions that hold, then inclusive joins. */
    void settle() {
        while (isRunning()
                && (gathering.parallel() || finished() || occurrences.conditions() || gathering.inclusive())) {}
    }

    private boolean finished() {
        for (var scope : List.copyOf(live)) {
            if (scope.as == As.SCOPE && live.stream().noneMatch(one -> one.isIn(scope))) {
                leave(scope);
                return true;
            }
        }
        return false;
    }

    /** A token waits at a join that nothing can reach any more. */
    List<Live> starved() {
        return gathering.starved();
    }

    @Nullable
    Live find(int number) {
        return live.stream().filter(one -> one.number == number).findFirst().orElse(null);
    }

    Live step(Slot slot) {
        return Objects.requireNonNull(live.stream()
                .filter(one -> one.signers != null && one.signers.all().contains(slot))
                .findFirst()
                .orElse(null));
    }

    @Nullable
    Slot slot(int number) {
        return live.stream()
                .filter(one -> one.signers != null)
                .flatMap(one -> one.asked().all().stream())
                .filter(slot -> slot.number == number)
                .findFirst()
                .orElse(null);
    }
}
