package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
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

    /** A timer event and the moment that the data give it. */
    private record Armed(Node node, Alarm alarm, Alarm.Decided decided) {}

    private final Course course;
    private final Deque<Move> moves = new ArrayDeque<>();

    Moving(Course course) {
        this.course = course;
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

    /** The boundary events of a step that is open again wait anew. */
    void arm(Activity activity) {
        if (activity.isDetour() || activity.step().equals(FlowModel.INITIATOR)) {
            return;
        }
        for (var armed : armed(course.graph().node(activity.step()))) {
            if (armed.decided().failure() != null) {
                throw new CommandRefused(Reason.NOT_ALLOWED, armed.decided().failure());
            }
            set(armed, activity.number());
        }
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

    /** Fires the joins that can fire, and ends the case when nothing is left to do. */
    void settle() {
        do {
            move();
        } while (course.graph().joins().stream().anyMatch(this::join));
        var state = course.state();
        if (!state.isRunning() || state.isAtWork() || !state.incidents().isEmpty()) {
            return;
        }
        if (state.waiting().isEmpty()) {
            course.end(FlowEvent.Ending.COMPLETED);
        } else {
            stuck(state.waiting().getFirst());
        }
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
            case STEP, CATCH, SERVICE -> rest(node, move.from());
            case EXCLUSIVE -> leave(node, move.from());
            case PARALLEL, INCLUSIVE -> {
                if (node.isJoin()) {
                    var token = new Token(move.flow().id(), move.from());
                    course.happen(new FlowEvent.TokenArrived(node.id(), token));
                    if (node.kind() == Node.Kind.PARALLEL) {
                        join(node);
                    }
                } else {
                    leave(node, move.from());
                }
            }
            case TERMINATE -> {
                moves.clear();
                course.end(FlowEvent.Ending.COMPLETED);
            }
            case START, END, BOUNDARY -> {}
        }
    }

    /** A token stays at a node: people or the runtime are asked, timers begin. */
    private void rest(Node node, int from) {
        var armed = armed(node);
        for (var event : armed) {
            if (event.decided().failure() != null) {
                raise(
                        Kind.TIMER,
                        node,
                        from,
                        event.node().id() + ": " + event.decided().failure());
                return;
            }
        }
        var visit = course.next();
        switch (node.kind()) {
            case CATCH -> course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, Wait.For.MOMENT));
            case SERVICE -> {
                course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, Wait.For.ACTION));
                course.happen(new FlowEvent.ActionAsked(visit, node.id(), node.action()));
            }
            default -> enter(node.id(), from, List.of());
        }
        armed.forEach(event -> set(event, visit));
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

    /** The timer events of a node, or on it, with their moments. */
    private List<Armed> armed(Node node) {
        var events = new ArrayList<>(course.graph().boundaries(node.id()));
        events.add(node);
        var armed = new ArrayList<Armed>();
        for (var event : events) {
            var alarm = event.catching().alarm();
            if (alarm != null) {
                armed.add(new Armed(event, alarm, alarm.decide(course.data, course.command.at())));
            }
        }
        return armed;
    }

    private void set(Armed armed, int visit) {
        var timer = FlowTimer.of(
                course.next(),
                armed.node().id(),
                visit,
                armed.decided(),
                course.command.at(),
                armed.alarm().repetitions());
        course.happen(new FlowEvent.TimerAsked(timer));
        var instant = armed.decided().instant();
        if (instant != null) {
            course.happen(new FlowEvent.TimerSet(timer.number(), instant));
        }
    }

    /** Takes the longest waiting token of every incoming flow that has one, if the join can go on. */
    private boolean join(Node node) {
        var waiting = course.state().waiting();
        var tokens = new ArrayList<Token>();
        for (var flow : node.incoming()) {
            waiting.stream()
                    .filter(token -> token.flow().equals(flow.id()))
                    .findFirst()
                    .ifPresent(tokens::add);
        }
        if (!goesOn(node, tokens)) {
            return false;
        }
        tokens.sort(Comparator.comparingInt(waiting::indexOf));
        var visit = course.next();
        course.happen(new FlowEvent.Joined(visit, node.id(), tokens));
        leave(node, visit);
        return true;
    }

    private boolean goesOn(Node node, List<Token> tokens) {
        if (node.kind() == Node.Kind.PARALLEL) {
            return tokens.size() == node.incoming().size();
        }
        var filled = tokens.stream().map(Token::flow).collect(Collectors.toSet());
        return new InclusiveJoin(course.graph(), node)
                .isComplete(filled, new Standing(course.graph(), course.state()).nodes());
    }

    private void leave(Node node, int visit) {
        if (node.decides()) {
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
        var join = course.graph().joins().stream()
                .filter(node ->
                        node.incoming().stream().anyMatch(flow -> flow.id().equals(token.flow())))
                .findFirst()
                .orElseThrow();
        raise(Kind.STUCK, join, token.from(), "No token can come any more on the other flows of this join");
    }

    private void raise(Kind kind, Node node, int visit, String message) {
        course.happen(new FlowEvent.IncidentRaised(new FlowIncident(course.next(), kind, node.id(), visit, message)));
    }
}
