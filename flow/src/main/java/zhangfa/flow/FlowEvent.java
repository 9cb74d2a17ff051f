package zhangfa.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a case, as decided values: folding events gives the state without a model, an expression or a clock. The journal
 * keeps the command beside them. Visits, tasks and incidents are numbered by one counter of the case; visit 0 is the start.
 */
public sealed interface FlowEvent {

    /** The case began; with this start event, or the one that waits for nothing. */
    record CaseStarted(String initiator, @Nullable String start) implements FlowEvent {}

    /** A gateway, or a step with conditional flows, decided where to go on. The conditions asked, in their order. */
    record ChoiceMade(String node, List<String> taken, List<Verdict> verdicts) implements FlowEvent {

        public ChoiceMade {
            taken = Copies.of(taken);
            verdicts = Copies.of(verdicts);
        }
    }

    /** A token became one on each of these flows. */
    record Forked(String node, List<String> flows) implements FlowEvent {

        public Forked {
            flows = Copies.of(flows);
        }
    }

    /** A token reached a join, or an end of a sub-process, and waits there for the others. */
    record TokenArrived(String join, Token token) implements FlowEvent {}

    /** A token was there on every flow of the join: they became one. */
    record Joined(int visit, String join, List<Token> tokens) implements FlowEvent {

        public Joined {
            tokens = Copies.of(tokens);
        }
    }

    /** A token entered a step, coming from a visit; afterwards it goes back to the steps in {@code back}, if any. */
    record StepEntered(int activity, String step, int from, List<String> back) implements FlowEvent {

        public StepEntered {
            back = Copies.of(back);
        }
    }

    /** The runtime has to say, by a {@link FlowCommand.Seat}, who does this. */
    record PeopleAsked(int activity, String step) implements FlowEvent {}

    /** A task is open: the assignee's alone, or shared by candidates, one person answering for it. Without a place it is beside all others. */
    record TaskOpened(
            int task,
            int activity,
            String step,
            List<String> candidates,
            @Nullable String assignee,
            String accountable,
            @Nullable Place place)
            implements FlowEvent {

        public TaskOpened {
            candidates = Copies.of(candidates);
        }
    }

    record TaskClaimed(int task, String by) implements FlowEvent {}

    record TaskReleased(int task, String by) implements FlowEvent {}

    /** It is someone else's task now; {@code by} is null where its time was over. */
    record TaskTransferred(int task, @Nullable String by, String to) implements FlowEvent {}

    /** Its time is over, and this person is told; the task stays where it is. */
    record TaskEscalated(int task, String to) implements FlowEvent {}

    /** A task is not open any more; {@code by} is null where no person decided on it. */
    record TaskClosed(
            int task,
            int activity,
            String step,
            Closing how,
            @Nullable String by,
            @Nullable String outcome) implements FlowEvent {}

    /** How a task came to its end. */
    enum Closing {
        APPROVED,
        COMPLETED,
        REJECTED,
        RETURNED,
        /** Its time was over, and the step says that this agrees. */
        PASSED,
        /** Without a decision: another one made it needless. */
        DROPPED
    }

    /** Somebody will sign this step too; the task is held back until it opens. Comes after another task, or 0. */
    record SignerAdded(FlowTask signer, int after) implements FlowEvent {}

    /** Somebody is asked no more. */
    record SignerRemoved(int task, int activity, String step, String person, String by) implements FlowEvent {}

    /** An open task waits for others of its step. */
    record TaskHeld(int task) implements FlowEvent {}

    /** A task held back is open again. */
    record TaskResumed(int task) implements FlowEvent {}

    record TaskDelegated(int task, String by, String to) implements FlowEvent {}

    /** A delegated task is its delegator's again. */
    record TaskResolved(int task, String by, String to) implements FlowEvent {}

    /** By rule nobody is asked. */
    record StepSkipped(int activity, String step, String reason) implements FlowEvent {}

    /** A decision was taken back: its step is open again, and the next event opens the task {@code again} for the same person. */
    record DecisionWithdrawn(int task, int activity, String step, String by, int again) implements FlowEvent {}

    /** A signer whom the decision taken back had spared is asked after all. */
    record SignerAskedAgain(int task, FlowTask signer) implements FlowEvent {}

    /** Everything a step asks for has been decided, and the token leaves it. */
    record StepDone(int activity, String step) implements FlowEvent {}

    /** A step was left backwards. */
    record StepReturned(int activity, String step, String by, String to, FlowCommand.Then then) implements FlowEvent {}

    /**
     * Work was undone because what it stood on is asked again or taken back.
     *
     * @param visits activities (open and done) and joinings that count no longer
     * @param dropped waiting tokens that came of them
     * @param restored tokens that an undone joining had taken from branches that stay valid
     * @param compensable all that may be compensated from now on; null where that stays as it is
     */
    record WorkUndone(
            List<Integer> visits,
            List<Token> dropped,
            List<Token> restored,
            List<Integer> incidents,
            @Nullable List<Compensable> compensable)
            implements FlowEvent {

        public WorkUndone {
            visits = Copies.of(visits);
            dropped = Copies.of(dropped);
            restored = Copies.of(restored);
            incidents = Copies.of(incidents);
        }
    }

    /** A token waits at an event or a service task, coming from a visit. */
    record WaitBegun(int visit, String node, int from, Wait.For awaited) implements FlowEvent {}

    /** The runtime has to carry out an action and to say, by {@link FlowCommand.Finish} or Fail, how it went. */
    record ActionAsked(int visit, String node, String action) implements FlowEvent {}

    /** The runtime has to begin another case with these data, and to say by Finish, Fail or Throw how it ended. */
    record CaseCalled(int visit, String node, String process, Map<String, Object> data) implements FlowEvent {

        public CaseCalled {
            data = Copies.of(Objects.requireNonNullElse(data, Map.of()));
        }
    }

    /** A script task gave this value; the runtime keeps it with the data under the name. */
    record ValueComputed(String node, String name, Object value) implements FlowEvent {}

    /** What a token waited for has come, and it goes on. */
    record WaitOver(int visit, String node) implements FlowEvent {}

    /** A token entered a sub-process, or an activity that is done several times, coming from a visit; what begins inside comes from this one. */
    record ScopeEntered(
            int visit, String node, int from, @Nullable Rounds rounds) implements FlowEvent {}

    /** An activity that is done several times has more or fewer instances; {@code gone} is the visit of one that was taken away, or 0. */
    record RoundsChanged(int scope, int planned, List<Object> items, int gone) implements FlowEvent {

        public RoundsChanged {
            items = Copies.of(items);
        }
    }

    /** Nothing is left to do in a sub-process: the tokens at its ends became one. */
    record ScopeLeft(int visit, int scope, String node, List<Token> tokens) implements FlowEvent {

        public ScopeLeft {
            tokens = Copies.of(tokens);
        }
    }

    /** What was at work inside a scope is at an end without being done, by a terminate end or an event. */
    record WorkStopped(String by, List<Integer> visits, List<Token> dropped, List<Integer> incidents)
            implements FlowEvent {

        public WorkStopped {
            visits = Copies.of(visits);
            dropped = Copies.of(dropped);
            incidents = Copies.of(incidents);
        }
    }

    /** An activity that has a compensation handler was done. */
    record CompensationEnabled(Compensable compensable) implements FlowEvent {}

    /** The handler of something done begins; afterwards that cannot be compensated again. */
    record CompensationBegun(int visit, String handler, int by, Compensable of) implements FlowEvent {}

    /** A boundary event ended a step; its token goes on from there. */
    record StepInterrupted(int activity, String step, String by) implements FlowEvent {}

    /** The runtime has to say, by a {@link FlowCommand.Due}, when this is. */
    record TimerAsked(FlowTimer timer) implements FlowEvent {}

    record TimerSet(int timer, Instant due) implements FlowEvent {}

    /** Nobody waits for it any more. Timers of steps that are left go with them, without an event of their own. */
    record TimerDropped(int timer) implements FlowEvent {}

    /** Its moment has come; what follows from it are the next events. */
    record TimerFired(int timer, FlowTimer.Purpose purpose, String node, int visit) implements FlowEvent {}

    /** From now on the case waits for a message, a signal or a condition. */
    record SubscriptionOpened(FlowSubscription subscription) implements FlowEvent {}

    /** It does so no longer. */
    record SubscriptionClosed(int subscription) implements FlowEvent {}

    /** What was waited for has come; what follows from it are the next events. */
    record EventOccurred(int subscription, String node, int visit) implements FlowEvent {}

    /** A condition that is waited for came to hold, or holds no longer. */
    record ConditionSeen(int subscription, boolean holds) implements FlowEvent {}

    /** The runtime has to carry a message to whoever waits for it. */
    record MessageThrown(String node, String name, @Nullable String key) implements FlowEvent {}

    /** The runtime has to tell every other case; this one has heard it already. */
    record SignalThrown(String node, String name) implements FlowEvent {}

    /** Something failed; where nothing in the case catches it, the case ends as failed. */
    record ErrorThrown(String node, @Nullable String code) implements FlowEvent {}

    /** Somebody should know; where nothing in the case catches it, whoever called the case should. */
    record EscalationThrown(String node, @Nullable String code, boolean caught) implements FlowEvent {}

    /** Somebody chose what is done next in an ad-hoc sub-process; or, naming nothing, that it is enough. */
    record ActivityChosen(int scope, @Nullable String activity, String by) implements FlowEvent {}

    /** All clocks of the case stand still from this instant. */
    record CaseSuspended(Instant at) implements FlowEvent {}

    /** Another calendar moved it; of a timer that stands still, the end of its rest. */
    record TimerMoved(int timer, Instant to) implements FlowEvent {}

    /** The clocks go on from this instant; the due instant of each is asked for again. */
    record CaseResumed(Instant at) implements FlowEvent {}

    /** A token was moved by hand from an activity or incident to a step. */
    record CaseJumped(int place, String to, String by) implements FlowEvent {}

    /** The case goes on by another version: ids renamed (of a flow that is gone to a dash), visits beyond return, and how it began. */
    record CaseMigrated(
            Map<String, String> renamed,
            List<Integer> forgotten,
            @Nullable String start) implements FlowEvent {

        public CaseMigrated {
            renamed = Copies.of(Objects.requireNonNullElse(renamed, Map.of()));
            forgotten = Copies.of(forgotten);
        }
    }

    /** An ended case runs again, from this step; decisions on tasks up to the number {@code settled} (0 in old journals) stand. */
    record CaseReopened(String to, String by, int settled) implements FlowEvent {}

    /** The case cannot go on here until a person helps. */
    record IncidentRaised(FlowIncident incident) implements FlowEvent {}

    record IncidentResolved(int incident) implements FlowEvent {}

    /** The case is over; nothing is open any more. */
    record CaseEnded(Ending how) implements FlowEvent {}

    /** How a case came to its end. */
    enum Ending {
        COMPLETED,
        REJECTED,
        CANCELLED,
        FAILED
    }
}
