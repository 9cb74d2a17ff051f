package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Deque<Move> moves = new ArrayDeque<>();

    Moving(Course course) {
        this.course = course;
        this.scoping = new Scoping(course);
        this.arming = new Arming(course);
    }

    /** A token leaves this node, and all goes on as far as it can. */
    void from(Node node, int visit) {
        leave(node, visit);
        settle();
    }

    /** A token is put into a step, and all goes on as far as it can. */
    void into(String step, int from, List<String> back) {
        if (step.equals(FlowModel.INITIATOR) || !back.isEmpty()) {
            enter(step, from, back);
        } else {
            rest(course.graph().node(step), from);
        }
        settle();
    }

    /** A token that an incident stopped in front of a node comes to it again. */
    void again(Node node, int from) {
        rest(node, from);
        settle();
    }

    /** Undoes these visits, which came of the root or are it; a sub-process that was left by them is at work again. */
    void undo(int root, Set<Integer> gone) {
        var reopened = scoping.reopened(gone);
        course.undo(root, gone);
        reopened.forEach(scope -> arming.again(course.state().visit(scope).node(), scope));
    }

    /** A sub-process begins with a token of its own inside, put there by whoever asks for it. */
    int open(Node sub, int from) {
        var scope = course.next();
        course.happen(new FlowEvent.ScopeEntered(scope, sub.id(), from));
        arming.again(sub.id(), scope);
        return scope;
    }

    /** A step is done: its token goes on, or back where a detour came from. */
    void past(Activity activity) {
        if (activity.isDetour()) {
            var rest = activity.back().subList(1, activity.back().size());
            into(activity.back().getFirst(), activity.number(), rest);
        } else if (activity.step().equals(FlowModel.INITIATOR)) {
            from(course.graph().start(), activity.number());
        } else {
            from(course.graph().node(activity.step()), activity.number());
        }
    }

    /** Fires the joins that can fire, and ends scopes and case when nothing is left to do in them. */
    void settle() {
        do {
            move();
        } while (course.state().isRunning() && (joins() || left()));
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
        return course.state().waiting().stream()
                .filter(token -> course.graph().resting(token).isJoin())
                .anyMatch(this::join);
    }

    private boolean left() {
        var finished = scoping.finished();
        finished.ifPresent(scope -> leave(course.graph().node(scope.sub()), scoping.leave(scope)));
        return finished.isPresent();
    }

    private void move() {
        for (var passed = 0; !moves.isEmpty(); passed++) {
            if (passed > MOST_MOVES) {
                throw new CommandRefused(Reason.TOO_MANY_TOKENS, "The process multiplies its tokens without end");
            }
            var move = moves.removeFirst();
            arrive(course.graph().target(move.flow()), move);
        }
    }

    private void arrive(Node node, Move move) {
        switch (node.kind()) {
            case STEP, CATCH, SERVICE, SUB -> rest(node, move.from());
            case EXCLUSIVE -> leave(node, move.from());
            case PARALLEL, INCLUSIVE -> {
                if (node.isJoin()) {
                    var token = new Token(move.flow().id(), move.from());
                    course.happen(new FlowEvent.TokenArrived(node.id(), token));
                    if (node.kind() == Node.Kind.PARALLEL) {
                        join(token);
                    }
                } else {
                    leave(node, move.from());
                }
            }
            case TERMINATE -> terminate(node, move);
            case END -> end(node, move.flow().id(), move.from());
            case START, BOUNDARY -> {}
        }
    }

    private void terminate(Node node, Move move) {
        if (node.scope().equals(Graph.PROCESS)) {
            moves.clear();
            course.end(FlowEvent.Ending.COMPLETED);
            return;
        }
        var scope = standing().scope(node, move.from());
        moves.removeIf(other -> standing()
                .around(course.graph().target(other.flow()), other.from())
                .contains(scope));
        scoping.stop(scope, node.id(), false);
        end(node, move.flow().id(), move.from());
    }

    /** A token has come to its end: in a sub-process it waits for the others there. */
    private void end(Node node, String at, int from) {
        if (!node.scope().equals(Graph.PROCESS)) {
            course.happen(new FlowEvent.TokenArrived(node.id(), new Token(at, from)));
        }
    }

    private Standing standing() {
        return new Standing(course.graph(), course.state());
    }

    /** A token stays at a node: people or the runtime are asked, timers begin. */
    private void rest(Node node, int from) {
        var armed = arming.at(node);
        var failure = Arming.failure(armed);
        if (failure.isPresent()) {
            raise(Kind.TIMER, node, from, failure.get());
            return;
        }
        var visit = course.next();
        switch (node.kind()) {
            case CATCH -> course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, Wait.For.MOMENT));
            case SUB -> {
                course.happen(new FlowEvent.ScopeEntered(visit, node.id(), from));
                leave(course.graph().start(node.id()), visit);
            }
            case SERVICE -> {
                course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, Wait.For.ACTION));
                course.happen(new FlowEvent.ActionAsked(visit, node.id(), node.action()));
            }
            default -> enter(node.id(), from, List.of());
        }
        armed.forEach(event -> arming.set(event, visit));
    }

    private void enter(String step, int from, List<String> back) {
        var activity = course.next();
        course.happen(new FlowEvent.StepEntered(activity, step, from, back));
        if (step.equals(FlowModel.INITIATOR)) {
            var initiator = course.state().initiator();
            course.happen(
                    new FlowEvent.TaskOpened(course.next(), activity, step, List.of(), initiator, initiator, null));
        } else {
            course.happen(new FlowEvent.PeopleAsked(activity, step));
        }
    }

    /** Takes the longest waiting token of every incoming flow that has one, if the join of this token can go on. */
    private boolean join(Token arrived) {
        var node = course.graph().resting(arrived);
        var standing = standing();
        var scope = standing.scope(arrived);
        var waiting = course.state().waiting();
        var tokens = new ArrayList<Token>();
        for (var flow : node.incoming()) {
            waiting.stream()
                    .filter(token -> token.flow().equals(flow.id()) && standing.scope(token) == scope)
                    .findFirst()
                    .ifPresent(tokens::add);
        }
        if (!goesOn(node, tokens, scope)) {
            return false;
        }
        tokens.sort(Comparator.comparingInt(waiting::indexOf));
        var visit = course.next();
        course.happen(new FlowEvent.Joined(visit, node.id(), tokens));
        leave(node, visit);
        return true;
    }

    private boolean goesOn(Node node, List<Token> tokens, int scope) {
        if (node.kind() == Node.Kind.PARALLEL) {
            return tokens.size() == node.incoming().size();
        }
        var filled = tokens.stream().map(Token::flow).collect(Collectors.toSet());
        return new InclusiveJoin(course.graph(), node)
                .isComplete(filled, standing().nodesIn(scope));
    }

    private void leave(Node node, int visit) {
        if (node.outgoing().isEmpty()) {
            end(node, node.id(), visit);
        } else if (node.decides()) {
            var choice = Choice.make(node, course.data, course.command.at());
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

    private void raise(Kind kind, Node node, int visit, String message) {
        course.happen(new FlowEvent.IncidentRaised(new FlowIncident(course.next(), kind, node.id(), visit, message)));
    }
}
