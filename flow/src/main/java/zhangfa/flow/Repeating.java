package zhangfa.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Activities that are done several times: their instances begin, at once or one after another, until enough are done. */
final class Repeating {

    /** Far more than people could ever be asked. */
    static final int MOST_INSTANCES = 1_000;

    /** How many instances there are to be, of what, or why nobody can say. */
    private record Planned(
            int count, List<Object> items, @Nullable String failure) {}

    private final Course course;
    private final Moving moving;

    Repeating(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    /** A token has come to such an activity; why it cannot begin, if it cannot. */
    @Nullable
    String begin(Node node, Repetition repetition, int from) {
        var planned = plan(repetition, from, node);
        if (planned.failure() != null) {
            return planned.failure();
        }
        var body = course.next();
        course.happen(new FlowEvent.ScopeEntered(
                body, node.id(), from, new Rounds(planned.count(), planned.items(), List.of())));
        var looped = repetition.kind() == Repetition.Kind.LOOP
                && (!repetition.before() || goesRound(node, repetition, body));
        var first = repetition.kind() == Repetition.Kind.PARALLEL
                ? planned.count()
                : repetition.kind() == Repetition.Kind.LOOP ? (looped ? 1 : 0) : Math.min(1, planned.count());
        for (var instance = 0; instance < first; instance++) {
            moving.instance(node, body);
        }
        return null;
    }

    private Planned plan(Repetition repetition, int from, Node node) {
        var times = repetition.times();
        if (times == null) {
            return new Planned(0, List.of(), null);
        }
        var answer = times.evaluate(data(node, from), course.command.at());
        if (answer.failure() != null) {
            return new Planned(0, List.of(), answer.failure());
        }
        return switch (answer.value()) {
            case Collection<?> items
            when items.size() <= MOST_INSTANCES ->
                new Planned(items.size(), items.stream().map(PlainData::written).toList(), null);
            case Number number
            when number.doubleValue() == number.intValue()
                    && number.intValue() >= 0
                    && number.intValue() <= MOST_INSTANCES -> new Planned(number.intValue(), List.of(), null);
            case null, default ->
                new Planned(
                        0,
                        List.of(),
                        "It has as many instances as %s says, which is no list and no number up to %d"
                                .formatted(answer.value(), MOST_INSTANCES));
        };
    }

    /** An instance is done: the rest is not needed any more, or the next begins. */
    void done(Node node, int body, int visit) {
        var repetition = node.repetition();
        if (repetition == null) {
            throw new IllegalStateException(node.id() + " is done once");
        }
        var until = repetition.until();
        var enough = until != null && holds(until, counted(node, body, 1));
        if (enough) {
            moving.stop(body, node.id(), false);
        }
        course.happen(new FlowEvent.TokenArrived(node.id(), new Token(node.id(), visit)));
        var rounds = rounds(body);
        var more = switch (repetition.kind()) {
            case PARALLEL -> false;
            case SEQUENTIAL ->
                rounds.begun() < rounds.planned() || rounds.instances().contains(0);
            case LOOP -> goesRound(node, repetition, body);
        };
        if (more && !enough) {
            moving.instance(node, visit);
        }
    }

    private boolean goesRound(Node node, Repetition repetition, int body) {
        var begun = rounds(body).instances().size();
        if (repetition.most() > 0 && begun >= repetition.most()) {
            return false;
        }
        return repetition.again() == null || holds(repetition.again(), counted(node, body, 0));
    }

    /** Whether no more of them have to be done. */
    boolean isEnough(Node node, Scope body) {
        var until = node.repetition() == null ? null : node.repetition().until();
        return until != null && holds(until, counted(node, body.number(), 0));
    }

    /** What cannot be said counts as no: the others go on, and whoever looks sees it in the data. */
    private boolean holds(Condition condition, Map<String, Object> data) {
        return Boolean.TRUE.equals(condition.test(data, course.command.at()).value());
    }

    private Rounds rounds(int body) {
        return ((Scope) course.state().visit(body)).instances();
    }

    /** The data with how many instances there are, one of them being about to count as done. */
    private Map<String, Object> counted(Node node, int body, int more) {
        var standing = new Standing(course.graph(), course.state());
        var rounds = rounds(body);
        var completed = more
                + (int) course.state().waiting().stream()
                        .filter(token -> standing.scope(token) == body)
                        .count();
        var active = rounds.begun() - completed;
        var counted = new HashMap<>(data(node, ((Scope) course.state().visit(body)).from()));
        Map.of(
                        "nrOfInstances", rounds.planned(),
                        "nrOfCompletedInstances", completed,
                        "nrOfActiveInstances", active,
                        "numberOfInstances", rounds.planned(),
                        "numberOfCompletedInstances", completed,
                        "numberOfActiveInstances", active,
                        "loopCounter", Math.max(0, rounds.instances().size() - 1))
                .forEach(counted::put);
        return counted;
    }

    /** The data as an expression at a node finds them: with the items of the instances that it is part of. */
    Map<String, Object> data(Node node, int from) {
        return data(new Standing(course.graph(), course.state()), course.data(), node, from);
    }

    static Map<String, Object> data(Standing standing, Map<String, Object> data, Node node, int from) {
        if (!standing.graph().repeats()) {
            return data;
        }
        var found = new HashMap<>(data);
        addTo(found, standing, node, from);
        return found;
    }

    /** The data as the expressions of the instance that is about to begin find them. */
    static Map<String, Object> next(Standing standing, Map<String, Object> data, Node node, int from) {
        var found = new HashMap<>(data(standing, data, node, from));
        if (standing.state().find(new Past(standing.state()).body(node.id(), from)) instanceof Scope body) {
            addTo(found, node, body.instances(), body.instances().next());
        }
        return found;
    }

    /** From the outside in, so that the innermost wins; what compensates something finds what that found. */
    private static void addTo(Map<String, Object> data, Standing standing, Node node, int from) {
        var around = standing.around(node, from);
        for (var at = around.size() - 1; at >= 0; at--) {
            var inner = at == 0 ? from : around.get(at - 1);
            if (!(standing.state().find(around.get(at)) instanceof Scope scope)) {
                continue;
            }
            if (scope.rounds() != null) {
                addTo(
                        data,
                        standing.graph().node(scope.sub()),
                        scope.instances(),
                        scope.instances().index(inner));
            } else if (standing.graph().throwsCompensation(scope.sub())) {
                var past = new Past(standing.state());
                var handler =
                        at == 0 ? node.id() : standing.state().visit(inner).node();
                var done = past.compensation(handler, inner).of();
                addTo(data, standing, standing.graph().node(done.node()), past.instance(done));
            }
        }
    }

    private static void addTo(Map<String, Object> data, Node node, Rounds rounds, int index) {
        if (index < 0) {
            return;
        }
        data.put("loopCounter", index);
        var item = node.repetition() == null ? null : node.repetition().item();
        if (item != null && index < rounds.items().size()) {
            data.put(item, rounds.items().get(index));
        }
    }
}
