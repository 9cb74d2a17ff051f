package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowIncident.Kind;

/**
 * Tokens on their way through the graph until each waits for people, for other tokens or for help, or is consumed (BPMN
 * 2.0.2, chapter 13). A token is where it is going and the visit it comes from.
 */
final class Moving {

    /** Far more than any real process passes in one go; a doubling of tokens in a row of forks stops here. */
    private static final int MOST_MOVES = 10_000;

    private record Move(Flow flow, int from) {}

    private final Course course;
    private final Scoping scoping;
    private final Arming arming;
    private final Listening listening;
    private final Entering entering;
    private final Compensating compensating;
    private final Deque<Move> moves = new ArrayDeque<>(2);

    Moving(Course course) {
        this.course = course;
        this.scoping = new Scoping(course);
        this.arming = new Arming(course);
        this.listening = new Listening(course);
        this.entering = new Entering(course, this);
        this.compensating = new Compensating(course, this);
    }

    /** A token leaves this node, and all goes on as far as it can. */
    void from(Node node, int visit) {
        leave(node, visit);
        settle();
    }

    /** The process begins, anew perhaps. */
    void start(int visit) {
        arming.scope(0);
        from(course.graph().begun(course.state()), visit);
    }

    /** A token is put into a step, and all goes on as far as it can. */
    void into(String step, int from, List<String> back) {
        if (step.equals(FlowModel.INITIATOR) || !back.isEmpty()) {
            entering.step(step, from, back);
        } else {
            entering.rest(course.graph().node(step), from);
        }
        settle();
    }

    /** A token that an incident stopped in front of a node comes to it again. */
    void again(Node node, int from) {
        enter(node, from);
        settle();
    }

    /** A token that an incident stopped behind a node tries to go on from there again. */
    void onward(Node node, int visit) {
        goOn(node, visit);
        settle();
    }

    /** A token comes to a node that no flow has brought it to. */
    void enter(Node node, int from) {
        if (node.kind() == Node.Kind.EVENT_SUB) {
            begin(node, from);
        } else if (node.isRest()) {
            entering.rest(node, from);
        } else {
            pass(node, node.id(), from);
        }
    }

    /** Undoes these visits, which came of the root or are it; a sub-process that was left by them is at work again. */
    void undo(int root, Set<Integer> gone) {
        var reopened = scoping.reopened(gone);
        course.undo(root, gone);
        reopened.forEach(arming::scope);
    }

    /** A sub-process begins with a token of its own inside, put there by whoever asks for it. */
    int open(Node sub, int from) {
        var scope = course.next();
        course.happen(new FlowEvent.ScopeEntered(scope, sub.id(), from, null));
        arming.scope(scope);
        return scope;
    }

    /** A sub-process begins at its start. */
    void begin(Node sub, int from) {
        leave(course.graph().start(sub.id()), open(sub, from));
    }

    /** Everything inside a scope, or at a wait, is at an end, what is on its way as well. */
    void stop(int scope, String by, boolean itself) {
        moves.removeIf(move -> standing()
                .around(course.graph().target(move.flow()), move.from())
                .contains(scope));
        scoping.stop(scope, by, itself);
    }

    void endAll(FlowEvent.Ending how) {
        moves.clear();
        listening.stop();
        course.end(how);
    }

    /** Whoever waits for this signal now will hear it; whether anybody does. */
    boolean hear(String signal) {
        return listening.hear(signal);
    }

    /** A step is done: its token goes on, or back where a detour came from. */
    void past(Activity activity) {
        if (activity.isDetour()) {
            var rest = activity.back().subList(1, activity.back().size());
            into(activity.back().getFirst(), activity.number(), rest);
        } else if (activity.step().equals(FlowModel.INITIATOR)) {
            start(activity.number());
        } else {
            from(course.graph().node(activity.step()), activity.number());
        }
    }

    /** Fires the joins that can fire, and ends scopes and case when nothing is left to do in them. */
    void settle() {
        do {
            move();
        } while (course.state().isRunning()
                && (listening.hears(this) || joins() || listening.turns(this) || compensating.goesOn() || left()));
        var state = course.state();
        if (!state.isRunning()) {
            return;
        }
        scoping.stuck().ifPresent(this::stuck);
        if (!state.isAtWork() && state.incidents().isEmpty() && state.waiting().isEmpty()) {
            course.end(FlowEvent.Ending.COMPLETED);
        }
    }

    private boolean joins() {
        return Copies.any(
                course.state().waiting(), token -> course.graph().resting(token).isJoin() && join(token));
    }

    private boolean left() {
        var finished = scoping.finished();
        finished.ifPresent(scope -> {
            var node = course.graph().node(scope.sub());
            if (Compensating.goesOnAtOnce(node)) {
                end(node, node.id(), scoping.leave(scope));
            } else {
                leave(node, scoping.leave(scope));
            }
        });
        return finished.isPresent();
    }

    private void move() {
        for (var passed = 0; !moves.isEmpty(); passed++) {
            if (passed > MOST_MOVES) {
                throw new CommandRefused(Reason.TOO_MANY_TOKENS, "The process multiplies its tokens without end");
            }
            var move = moves.removeFirst();
            arrive(course.graph().target(move.flow()), move.flow().id(), move.from());
        }
    }

    private void arrive(Node node, String flow, int from) {
        if (node.isRest()) {
            entering.rest(node, from);
        } else if (node.isJoin()) {
            var token = new Token(flow, from);
            course.happen(new FlowEvent.TokenArrived(node.id(), token));
            if (node.kind() == Node.Kind.PARALLEL) {
                join(token);
            }
        } else {
            pass(node, flow, from);
        }
    }

    private void pass(Node node, String at, int from) {
        if (course.graph().throwsCompensation(node.id())) {
            compensating.begin(node, from);
            return;
        }
        var throwing = new Throwing(course, this);
        var failure = throwing.carryOut(node, from);
        if (failure != null) {
            raise(Kind.EVENT, node, from, failure);
            return;
        }
        switch (node.kind()) {
            case TERMINATE -> terminate(node, at, from);
            case END -> end(node, at, from);
            default -> leave(node, from);
        }
        if (node.trigger() instanceof Trigger.Failure thrown) {
            throwing.fail(thrown, node, from);
        }
    }

    private void terminate(Node node, String at, int from) {
        if (node.scope().equals(Graph.PROCESS)) {
            endAll(FlowEvent.Ending.COMPLETED);
        } else {
            stop(standing().scope(node, from), node.id(), false);
            end(node, at, from);
        }
    }

    /** A token has come to its end: in a sub-process it waits for the others there. */
    private void end(Node node, String at, int from) {
        var handled = course.graph().isHandler(node.id());
        if (handled || !node.scope().equals(Graph.PROCESS)) {
            course.happen(new FlowEvent.TokenArrived(node.id(), new Token(at, from)));
            if (!handled && course.graph().node(node.scope()).kind() == Node.Kind.AD_HOC) {
                new Choosing(course, this).done(standing().scope(node, from));
            }
        }
    }

    private Standing standing() {
        return new Standing(course.graph(), course.state());
    }

    private boolean join(Token arrived) {
        var joined = Joins.ready(standing(), arrived, course.next());
        joined.ifPresent(join -> {
            course.happen(join);
            leave(course.graph().node(join.join()), join.visit());
        });
        return joined.isPresent();
    }

    /** One instance of an activity that is done several times begins, coming from the whole or the instance before. */
    void instance(Node node, int from) {
        entering.one(node, from);
    }

    /** What was done here is done: its token goes on with the next move. */
    void leave(Node node, int visit) {
        var body = node.repetition() == null ? 0 : new Past(course.state()).body(node.id(), visit);
        if (body != 0 || node.repetition() == null) {
            compensating.done(node, visit);
        }
        if (body != 0) {
            new Repeating(course, this).done(node, body, visit);
        } else {
            goOn(node, visit);
        }
    }

    void goOn(Node node, int visit) {
        if (node.outgoing().isEmpty()) {
            end(node, node.id(), visit);
        } else if (node.decides()) {
            var choice = Choice.make(node, new Repeating(course, this).data(node, visit), course.command.at());
            course.happen(choice.event());
            choice.obstacle().ifPresent(obstacle -> raise(obstacle.kind(), node, visit, obstacle.message()));
            choice.flows().forEach(flow -> moves.add(new Move(flow, visit)));
        } else {
            if (node.outgoing().size() > 1) {
                course.happen(new FlowEvent.Forked(
                        node.id(), node.outgoing().stream().map(Flow::id).toList()));
            }
            node.outgoing().forEach(flow -> moves.add(new Move(flow, visit)));
        }
    }

    private void stuck(Token token) {
        raise(
                Kind.STUCK,
                course.graph().resting(token),
                token.from(),
                "No token can come any more on the other flows of this join");
    }

    void raise(Kind kind, Node node, int visit, String message) {
        course.happen(new FlowEvent.IncidentRaised(new FlowIncident(course.next(), kind, node.id(), visit, message)));
    }
}
