package zhangfa.flow;

import java.util.List;
import java.util.function.UnaryOperator;
import zhangfa.flow.FlowEvent.ActionAsked;
import zhangfa.flow.FlowEvent.CaseEnded;
import zhangfa.flow.FlowEvent.CaseJumped;
import zhangfa.flow.FlowEvent.CaseReopened;
import zhangfa.flow.FlowEvent.CaseResumed;
import zhangfa.flow.FlowEvent.CaseStarted;
import zhangfa.flow.FlowEvent.CaseSuspended;
import zhangfa.flow.FlowEvent.ChoiceMade;
import zhangfa.flow.FlowEvent.CompensationBegun;
import zhangfa.flow.FlowEvent.CompensationEnabled;
import zhangfa.flow.FlowEvent.ConditionSeen;
import zhangfa.flow.FlowEvent.DecisionWithdrawn;
import zhangfa.flow.FlowEvent.ErrorThrown;
import zhangfa.flow.FlowEvent.EscalationThrown;
import zhangfa.flow.FlowEvent.EventOccurred;
import zhangfa.flow.FlowEvent.Forked;
import zhangfa.flow.FlowEvent.IncidentRaised;
import zhangfa.flow.FlowEvent.IncidentResolved;
import zhangfa.flow.FlowEvent.Joined;
import zhangfa.flow.FlowEvent.MessageThrown;
import zhangfa.flow.FlowEvent.PeopleAsked;
import zhangfa.flow.FlowEvent.ScopeEntered;
import zhangfa.flow.FlowEvent.ScopeLeft;
import zhangfa.flow.FlowEvent.SignalThrown;
import zhangfa.flow.FlowEvent.SignerAdded;
import zhangfa.flow.FlowEvent.SignerAskedAgain;
import zhangfa.flow.FlowEvent.SignerRemoved;
import zhangfa.flow.FlowEvent.StepDone;
import zhangfa.flow.FlowEvent.StepEntered;
import zhangfa.flow.FlowEvent.StepInterrupted;
import zhangfa.flow.FlowEvent.StepReturned;
import zhangfa.flow.FlowEvent.StepSkipped;
import zhangfa.flow.FlowEvent.SubscriptionClosed;
import zhangfa.flow.FlowEvent.SubscriptionOpened;
import zhangfa.flow.FlowEvent.TaskClaimed;
import zhangfa.flow.FlowEvent.TaskClosed;
import zhangfa.flow.FlowEvent.TaskDelegated;
import zhangfa.flow.FlowEvent.TaskEscalated;
import zhangfa.flow.FlowEvent.TaskHeld;
import zhangfa.flow.FlowEvent.TaskOpened;
import zhangfa.flow.FlowEvent.TaskReleased;
import zhangfa.flow.FlowEvent.TaskResolved;
import zhangfa.flow.FlowEvent.TaskResumed;
import zhangfa.flow.FlowEvent.TaskTransferred;
import zhangfa.flow.FlowEvent.TimerAsked;
import zhangfa.flow.FlowEvent.TimerDropped;
import zhangfa.flow.FlowEvent.TimerFired;
import zhangfa.flow.FlowEvent.TimerMoved;
import zhangfa.flow.FlowEvent.TimerSet;
import zhangfa.flow.FlowEvent.TokenArrived;
import zhangfa.flow.FlowEvent.WaitBegun;
import zhangfa.flow.FlowEvent.WaitOver;
import zhangfa.flow.FlowEvent.WorkStopped;
import zhangfa.flow.FlowEvent.WorkUndone;

/** What an event makes of a state. Knows no model and decides nothing, so history stays as it was decided. */
final class Evolving {

    private Evolving() {}

    static FlowState evolve(FlowState state, FlowEvent event) {
        return switch (event) {
            case CaseStarted started -> state.begun(started.initiator(), started.start());
            case ChoiceMade _, Forked _ -> state;
            case TokenArrived arrived -> state.waiting(Copies.with(state.waiting(), arrived.token()));
            case Joined joined -> Tracing.joined(state, joined);
            case StepEntered entered -> Tracing.entered(state, entered);
            case WaitBegun begun ->
                Tracing.with(state, new Wait(begun.visit(), begun.node(), begun.from(), begun.awaited(), false));
            case ActionAsked _ -> state;
            case WaitOver over -> Tracing.over(state, over.visit());
            case ScopeEntered entered ->
                Tracing.with(
                        state,
                        new Scope(entered.visit(), entered.node(), entered.from(), Scope.Phase.OPEN, entered.rounds()));
            case FlowEvent.RoundsChanged changed ->
                Tracing.rounds(
                        state,
                        changed.scope(),
                        rounds -> rounds.planning(changed.planned(), changed.items())
                                .taking(changed.gone()));
            case ScopeLeft left -> Tracing.left(state, left);
            case WorkStopped stopped -> Tracing.stopped(state, stopped);
            case CompensationEnabled enabled ->
                state.compensable(
                        Copies.with(state.compensable(), enabled.compensable()),
                        enabled.compensable().number());
            case CompensationBegun begun -> Tracing.compensated(state, begun);
            case StepInterrupted ended ->
                state.changing(ended.activity(), activity -> activity.in(Activity.Phase.INTERRUPTED));
            case PeopleAsked asked -> state.changing(asked.activity(), activity -> activity.in(Activity.Phase.ASKING));
            case TaskOpened opened -> opened(state, opened);
            case TaskClaimed claimed -> task(state, claimed.task(), task -> task.claimedBy(claimed.by()));
            case TaskReleased released -> task(state, released.task(), FlowTask::released);
            case SignerAdded added -> added(state, added);
            case SignerRemoved removed -> withoutSeat(state, removed.task());
            case SignerAskedAgain asked ->
                renamed(
                                state,
                                asked.task(),
                                asked.signer().activity(),
                                asked.signer().number())
                        .held(
                                Copies.with(state.held(), asked.signer()),
                                asked.signer().number());
            case TaskHeld held -> {
                var task = state.openTask(held.task()).orElseThrow();
                yield withoutSeat(state, task.number()).held(Copies.with(state.held(), task.held()), state.last());
            }
            case TaskResumed resumed -> {
                var task = state.held().stream()
                        .filter(one -> one.number() == resumed.task())
                        .findFirst()
                        .orElseThrow();
                yield withoutSeat(state, task.number())
                        .tasks(Copies.with(state.openTasks(), task.resumed()), state.last());
            }
            case TaskDelegated lent -> task(state, lent.task(), task -> task.delegatedTo(lent.to(), lent.by()));
            case TaskResolved back -> task(state, back.task(), FlowTask::resolved);
            case StepSkipped _, CaseJumped _ -> state;
            case FlowEvent.CaseMigrated migrated -> Renaming.evolve(state, migrated);
            case CaseReopened reopened ->
                state.in(FlowState.Status.RUNNING).with(draft -> draft.settled = reopened.settled());
            case TaskTransferred passed -> task(state, passed.task(), task -> task.transferredTo(passed.to()));
            case TaskClosed closed -> closed(state, closed);
            case DecisionWithdrawn withdrawn ->
                renamed(state, withdrawn.task(), withdrawn.activity(), withdrawn.again());
            case StepDone done -> state.changing(done.activity(), activity -> activity.in(Activity.Phase.DONE));
            case StepReturned returned -> Tracing.without(state, List.of(returned.activity()));
            case WorkUndone undone -> Tracing.undone(state, undone);
            case TaskEscalated _, FlowEvent.ActivityChosen _ -> state;
            case SubscriptionOpened opened ->
                state.subscriptions(
                        Copies.with(state.subscriptions(), opened.subscription()),
                        opened.subscription().number());
            case SubscriptionClosed closed ->
                state.subscriptions(
                        Copies.unless(state.subscriptions(), one -> one.number() == closed.subscription()),
                        state.last());
            case ConditionSeen seen ->
                state.subscriptions(
                        Copies.change(
                                state.subscriptions(),
                                one -> one.number() == seen.subscription(),
                                one -> one.seen(seen.holds())),
                        state.last());
            case FlowEvent.CaseCalled _, FlowEvent.ValueComputed _ -> state;
            case EventOccurred _, MessageThrown _, SignalThrown _, ErrorThrown _, EscalationThrown _ -> state;
            case TimerAsked asked ->
                state.timers(
                        Copies.with(state.timers(), asked.timer()),
                        asked.timer().number());
            case TimerSet set -> timer(state, set.timer(), timer -> timer.at(set.due()));
            case TimerDropped dropped -> withoutTimer(state, dropped.timer());
            case TimerFired fired ->
                fired.purpose() == FlowTimer.Purpose.LIMIT
                        ? timer(state, fired.timer(), FlowTimer::over)
                        : withoutTimer(state, fired.timer());
            case TimerMoved moved -> timer(state, moved.timer(), timer -> timer.movedTo(moved.to()));
            case CaseSuspended suspended ->
                clocks(state.in(FlowState.Status.SUSPENDED), timer -> timer.paused(suspended.at()));
            case CaseResumed resumed ->
                clocks(state.in(FlowState.Status.RUNNING), timer -> timer.resumed(resumed.at()));
            case IncidentRaised raised -> raised(state, raised.incident());
            case IncidentResolved resolved -> withoutIncidents(state, List.of(resolved.incident()));
            case CaseEnded ended -> Tracing.ended(state, ended);
        };
    }

    private static FlowState opened(FlowState state, TaskOpened opened) {
        var task = new FlowTask(
                opened.task(),
                opened.activity(),
                opened.step(),
                opened.candidates(),
                opened.assignee(),
                opened.accountable(),
                false,
                List.of(),
                opened.place(),
                false);
        var next = withoutSeat(state, opened.task());
        return next.tasks(Copies.with(next.openTasks(), task), opened.task())
                .changing(opened.activity(), activity -> activity.in(Activity.Phase.OPEN));
    }

    private static FlowState closed(FlowState state, TaskClosed closed) {
        var task = Copies.first(state.seatsOf(closed.activity()), seat -> seat.number() == closed.task());
        var next = withoutSeat(state, closed.task());
        if (task.isEmpty()) {
            return next;
        }
        var by = closed.by();
        return next.changing(
                closed.activity(),
                activity -> by == null || closed.how() == FlowEvent.Closing.RETURNED
                        ? activity.sparing(task.get())
                        : activity.with(new Activity.Vote(
                                closed.task(),
                                by,
                                closed.how() == FlowEvent.Closing.REJECTED,
                                task.get().place())));
    }

    private static FlowState added(FlowState state, SignerAdded added) {
        var signer = added.signer();
        UnaryOperator<FlowTask> first = task ->
                task.at(task.standing().before(Copies.with(task.standing().before(), signer.number())));
        var next = task(state, added.after(), first)
                .held(Copies.change(state.held(), held -> held.number() == added.after(), first), state.last());
        return next.held(Copies.with(next.held(), signer), signer.number());
    }

    /** A task of an activity has another number from now on. */
    private static FlowState renamed(FlowState state, int task, int activity, int again) {
        return state.changing(activity, visit -> visit.reopened(task, again))
                .tasks(
                        Copies.change(
                                state.openTasks(), one -> one.activity() == activity, one -> one.renaming(task, again)),
                        state.last())
                .held(
                        Copies.change(
                                state.held(), one -> one.activity() == activity, one -> one.renaming(task, again)),
                        state.last());
    }

    private static FlowState withoutSeat(FlowState state, int task) {
        var open = Copies.unless(state.openTasks(), one -> one.number() == task);
        var next = open.size() == state.openTasks().size() ? state : state.tasks(open, state.last());
        return state.held().isEmpty()
                ? next
                : next.held(Copies.unless(state.held(), one -> one.number() == task), state.last());
    }

    private static FlowState raised(FlowState state, FlowIncident incident) {
        var next = state.incidents(Copies.with(state.incidents(), incident), incident.number());
        return incident.kind() == FlowIncident.Kind.NOBODY
                ? next.changing(incident.visit(), activity -> activity.in(Activity.Phase.OPEN))
                : next;
    }

    static FlowState withoutIncidents(FlowState state, List<Integer> incidents) {
        return state.incidents(
                Copies.unless(state.incidents(), incident -> incidents.contains(incident.number())), state.last());
    }

    private static FlowState task(FlowState state, int number, UnaryOperator<FlowTask> change) {
        return state.tasks(Copies.change(state.openTasks(), task -> task.number() == number, change), state.last());
    }

    private static FlowState timer(FlowState state, int number, UnaryOperator<FlowTimer> change) {
        return state.timers(Copies.change(state.timers(), timer -> timer.number() == number, change), state.last());
    }

    private static FlowState withoutTimer(FlowState state, int number) {
        return state.timers(Copies.unless(state.timers(), timer -> timer.number() == number), state.last());
    }

    private static FlowState clocks(FlowState state, UnaryOperator<FlowTimer> change) {
        return state.timers(Copies.change(state.timers(), _ -> true, change), state.last());
    }
}
