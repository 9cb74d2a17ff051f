package zhangfa.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhangfa.flow.Activity.Vote;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Withdraw;

/** Taking a decision of one's own back, as long as nobody has acted on what followed from it. */
final class Withdrawing {

    private final Course course;
    private final Moving moving;

    Withdrawing(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    void carryOut(Withdraw withdraw) {
        var state = course.state();
        var refusal = refusal(new Standing(course.graph(), state), withdraw.task(), withdraw.actor());
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        var activity = decidedIn(state, withdraw.task()).orElseThrow();
        if (activity.isDone()) {
            moving.undo(activity.number(), new Past(state).after(activity.number()));
        }
        reopen(activity, vote(activity, withdraw.task()));
        new Timing(course, moving).begin(activity);
        if (activity.isDone()) {
            new Instances(course, moving).askAgain(activity);
            new Arming(course).again(activity);
        }
        moving.settle();
    }

    /** The step is as it was before the decision: whoever was spared by it is asked again, whoever came after it waits. */
    private void reopen(Activity activity, Vote vote) {
        var number = activity.number();
        var step = activity.step();
        var by = vote.by();
        var again = course.next();
        course.happen(new FlowEvent.DecisionWithdrawn(vote.task(), number, step, by, again));
        course.happen(new FlowEvent.TaskOpened(again, number, step, List.of(), by, by, vote.place()));
        new Signing(course).askAgain(course.activity(number));
    }

    private static Vote vote(Activity activity, int task) {
        return activity.votes().stream()
                .filter(vote -> vote.task() == task)
                .findFirst()
                .orElseThrow();
    }

    /** Why this person may not take back the decision on this task; empty where it is possible. */
    static Optional<CommandRefused> refusal(Standing standing, int task, String actor) {
        var state = standing.state();
        var decided = decidedIn(state, task);
        if (decided.isEmpty()) {
            return refused(Reason.STALE, "There is no decision on task " + task + " to take back");
        }
        if (task <= state.settled()) {
            return refused(Reason.NOT_ALLOWED, "The case had ended, and was reopened since");
        }
        var activity = decided.get();
        if (activity.votes().stream()
                .noneMatch(vote -> vote.task() == task && vote.by().equals(actor))) {
            return refused(Reason.NOT_YOURS, "Somebody else decided on task " + task);
        }
        if (activity.phase() == Activity.Phase.INTERRUPTED || isStopped(standing, activity)) {
            return refused(Reason.NOT_ALLOWED, "An event has ended the step, or what is around it");
        }
        if (!isLast(state, activity, vote(activity, task))) {
            return refused(Reason.NOT_ALLOWED, "Somebody who came after has decided or acted");
        }
        if (activity.isDone() && isSettledWithout(standing, activity, vote(activity, task))) {
            return refused(Reason.NOT_ALLOWED, "Enough others have decided the same");
        }
        var after = new Past(state).after(activity.number());
        if (activity.isDone() && after.isEmpty() && isMissed(standing, activity)) {
            return refused(Reason.NOT_ALLOWED, "The case was moved on by hand");
        }
        if (!carriedOut(standing, task).isEmpty()) {
            return refused(Reason.NOT_ALLOWED, "What followed has been carried out");
        }
        var acted = state.activities().stream()
                .filter(later -> after.contains(later.number()))
                .anyMatch(later -> isActedOn(state, activity, later));
        return acted ? refused(Reason.NOT_ALLOWED, "Somebody has acted on what followed") : Optional.empty();
    }

    /** Nothing that the runtime has done is undone by taking a decision back, and it must not be done twice. */
    static List<String> carriedOut(Standing standing, int task) {
        var state = standing.state();
        var decided = decidedIn(state, task).filter(Activity::isDone);
        if (decided.isEmpty()) {
            return List.of();
        }
        var after = new Past(state).after(decided.get().number());
        var own = Stream.of(decided.get().step())
                .filter(step ->
                        standing.step(decided.get()).notes().attributes().containsKey("action"));
        var later = state.waits().stream()
                .filter(wait -> after.contains(wait.number()) && isCarriedOut(state, wait))
                .map(Wait::node);
        return Stream.concat(own, later).distinct().toList();
    }

    /** An action that was asked for may be under way, unless it has failed for good; a called case ends with its call. */
    private static boolean isCarriedOut(FlowState state, Wait wait) {
        return switch (wait.awaited()) {
            case ACTION -> state.incidents().stream().noneMatch(incident -> incident.visit() == wait.number());
            case CALL -> wait.over();
            case MOMENT, EVENT, RACE, NOTHING -> false;
        };
    }

    /** Whether the others' decisions settle the step as well, so that it would be done again at once. */
    private static boolean isSettledWithout(Standing standing, Activity activity, Vote vote) {
        var others = activity.votes().stream().filter(one -> !one.equals(vote)).toList();
        var open = new FlowTask(
                vote.task(),
                activity.number(),
                activity.step(),
                List.of(),
                vote.by(),
                vote.by(),
                false,
                List.of(),
                vote.place(),
                false);
        var waited = Copies.with(activity.spared(), open);
        return Tally.of(standing.step(activity).decision(), others, waited) != Tally.Result.OPEN;
    }

    /** Whether an event has ended what is around it, or has begun a sub-process instead of it. */
    private static boolean isStopped(Standing standing, Activity activity) {
        var around = standing.around(standing.node(activity), activity.from());
        return around.stream().anyMatch(scope -> isStopped(standing, scope) || isReplaced(standing, scope, around));
    }

    private static boolean isStopped(Standing standing, int scope) {
        return scope != 0
                && standing.state().visit(scope) instanceof Scope around
                && around.phase() == Scope.Phase.INTERRUPTED;
    }

    private static boolean isReplaced(Standing standing, int scope, List<Integer> around) {
        var sub = scope == 0 ? Graph.PROCESS : standing.state().visit(scope).node();
        var instead = standing.graph().beginnings(sub).stream()
                .filter(start -> start.catching().interrupting())
                .map(Node::scope)
                .toList();
        return !instead.isEmpty()
                && standing.state().visits().stream()
                        .anyMatch(visit -> visit instanceof Scope begun
                                && begun.from() == scope
                                && instead.contains(begun.sub())
                                && !around.contains(begun.number()));
    }

    /** Whether the token of a step is nowhere any more, and the others could not end if it stood there again. */
    private static boolean isMissed(Standing standing, Activity activity) {
        var state = standing.state();
        if (state.waiting().stream().anyMatch(token -> token.from() == activity.number())
                || state.incidents().stream().anyMatch(incident -> incident.visit() == activity.number())) {
            return false;
        }
        var scope = standing.scope(activity);
        var resting = new Resting(standing.graph(), state);
        var sub = scope == 0 ? Graph.PROCESS : state.visit(scope).node();
        return !resting.isSound(resting.in(scope), sub, activity.step());
    }

    private static boolean isActedOn(FlowState state, Activity decided, Activity later) {
        return (later.isDetour() && !isWayBack(decided, later))
                || isMovedOn(decided, later)
                || !later.votes().isEmpty()
                || state.seatsOf(later.number()).stream().anyMatch(Withdrawing::isActedOn);
    }

    /** Whether a step is on a detour only because it had begun another, which is decided now. */
    private static boolean isWayBack(Activity decided, Activity later) {
        return decided.isDetour()
                && later.from() == decided.number()
                && later.step().equals(decided.back().getFirst())
                && later.back().equals(decided.back().subList(1, decided.back().size()));
    }

    /** Whether the owner has moved the case on from where a detour had led back to, and may have taken other branches along. */
    private static boolean isMovedOn(Activity decided, Activity later) {
        return decided.isDetour()
                && later.from() == decided.number()
                && !later.step().equals(decided.back().getFirst());
    }

    /** Whoever asks others to sign has acted as well. */
    private static boolean isActedOn(FlowTask seat) {
        return seat.touched() || !seat.standing().addedBy().isEmpty();
    }

    /** Whether nobody has acted on a task of the same step that came after this decision. */
    private static boolean isLast(FlowState state, Activity activity, Vote vote) {
        for (var later : vote.standing().before()) {
            var decided = activity.votes().stream().anyMatch(other -> other.task() == later);
            if (decided || isActedOn(state, activity, later, vote)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a task was taken, or its person has asked others; of whoever had asked the voter that may have been before. */
    private static boolean isActedOn(FlowState state, Activity activity, int later, Vote vote) {
        var seats = state.seatsOf(activity.number());
        return seats.stream()
                .filter(seat -> seat.number() == later)
                .filter(seat -> !vote.standing().addedBy().contains(seat.accountable()))
                .anyMatch(seat -> seat.touched()
                        || Stream.concat(
                                        seats.stream().map(FlowTask::standing),
                                        activity.votes().stream().map(Vote::standing))
                                .anyMatch(place -> place.addedBy().contains(seat.accountable())));
    }

    private static Optional<Activity> decidedIn(FlowState state, int task) {
        return state.activities().stream()
                .filter(activity -> activity.votes().stream().anyMatch(vote -> vote.task() == task))
                .findFirst();
    }

    private static Optional<CommandRefused> refused(Reason reason, String message) {
        return Optional.of(new CommandRefused(reason, message));
    }
}
