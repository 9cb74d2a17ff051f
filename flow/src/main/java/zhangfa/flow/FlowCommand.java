package zhangfa.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a case. The id makes it idempotent for the runtime, the instant is the only time the kernel
 * knows, the actor is whose command it is. People are opaque strings; tasks, activities and incidents are numbers within
 * the case.
 */
public sealed interface FlowCommand {

    UUID id();

    Instant at();

    String actor();

    /** A command about one task. */
    sealed interface OnTask extends FlowCommand {

        int task();
    }

    /**
     * The actor starts the case and is its initiator from now on.
     *
     * @param event the id of the start event that begins it, one of {@link FlowModel#starts()}; null for the one that waits
     *     for nothing
     */
    record Start(
            UUID id, Instant at, String actor, @Nullable String event) implements FlowCommand {

        /** A person starts the case. */
        public Start(UUID id, Instant at, String actor) {
            this(id, at, actor, null);
        }
    }

    /**
     * The runtime answers a question for people, in the transaction in which it was asked. Nobody found is an empty list
     * and becomes an incident.
     *
     * @param people in the order in which they sign where the step is a sequence
     * @param accountable who answers for the task while none of several candidates has claimed it
     * @param weights what each person's word counts where the step weighs; 1 for who is left out
     */
    record Seat(
            UUID id,
            Instant at,
            String actor,
            int activity,
            List<String> people,
            String accountable,
            Map<String, Integer> weights)
            implements FlowCommand {

        public Seat {
            people = people.size() < 2
                    ? List.copyOf(people)
                    : people.stream().distinct().toList();
            weights = Map.copyOf(weights);
        }

        /** Of people whose words weigh alike. */
        public Seat(UUID id, Instant at, String actor, int activity, List<String> people, String accountable) {
            this(id, at, actor, activity, people, accountable, Map.of());
        }
    }

    /** The other answer to a question for people: by the company's rule this step asks nobody, and the case goes on. */
    record Skip(UUID id, Instant at, String actor, int activity, String reason) implements FlowCommand {}

    /** One more answer to a question for people: by the company's rule a case for which nobody is found here ends as rejected. */
    record Decline(UUID id, Instant at, String actor, int activity, String reason) implements FlowCommand {}

    /**
     * The runtime answers the question for an open task again, because the organisation has changed. Of several people the task
     * is shared; a task of a step that asks each signer is one person's.
     */
    record Reseat(UUID id, Instant at, String actor, int task, List<String> people, String accountable)
            implements FlowCommand {

        public Reseat {
            people = people.stream().distinct().toList();
        }
    }

    /** Agrees; on a task of kind work it means the same as {@link Complete}. */
    record Approve(UUID id, Instant at, String actor, int task) implements OnTask {}

    /** Work is done. The outcome is the worker's own word for the result; conditions read the data, not it. */
    record Complete(
            UUID id,
            Instant at,
            String actor,
            int task,
            @Nullable String outcome) implements OnTask {}

    /** Refuses; ends the case as rejected or sends it back to the initiator, as the step says. */
    record Reject(UUID id, Instant at, String actor, int task) implements OnTask {}

    /**
     * Sends the case back.
     *
     * @param to {@link FlowModel#INITIATOR}, {@link FlowModel#PREVIOUS} or the id of a step done before
     */
    record Return(UUID id, Instant at, String actor, int task, String to, Then then) implements OnTask {}

    /** What follows when the step returned to is done again. */
    enum Then {
        /** Everything that came of the target step is undone in every branch and asked again in its order. */
        RERUN,
        /** Straight back to the returning step; the other branches stay as they are. */
        JUMP_BACK
    }

    /** One of several candidates takes the task. */
    record Claim(UUID id, Instant at, String actor, int task) implements OnTask {}

    /** The claimer gives the task back to the candidates. */
    record Release(UUID id, Instant at, String actor, int task) implements OnTask {}

    /** From now on it is someone else's task. */
    record Transfer(UUID id, Instant at, String actor, int task, String to) implements OnTask {}

    /** Somebody else works on it, and it comes back to the actor. */
    record Delegate(UUID id, Instant at, String actor, int task, String to) implements OnTask {}

    /** A delegated task goes back to its delegator, who may also fetch it. */
    record Resolve(UUID id, Instant at, String actor, int task) implements OnTask {}

    /** More people sign the step of this task. */
    record AddSign(UUID id, Instant at, String actor, int task, List<String> who, Where where) implements OnTask {

        public AddSign {
            who = who.stream().distinct().toList();
        }
    }

    /** When added signers are asked. */
    enum Where {
        /** Now, and the actor's own task waits for them. */
        BEFORE,
        /** When the actor has agreed. */
        AFTER,
        /** Now, beside the actor. */
        PARALLEL
    }

    /** The actor takes people out again whom they had added, with whomever those have added; also after deciding. */
    record RemoveSign(UUID id, Instant at, String actor, int task, List<String> who) implements OnTask {}

    /** Takes the actor's own decision on a closed task back while nobody acted on what followed. */
    record Withdraw(UUID id, Instant at, String actor, int task) implements OnTask {}

    /** The initiator ends the case. */
    record Cancel(UUID id, Instant at, String actor) implements FlowCommand {}

    /**
     * The process owner moves a token elsewhere.
     *
     * @param place the number of the open activity, or of the incident, where the token stands
     * @param to the id of a step, or {@link FlowModel#INITIATOR}
     */
    record Jump(UUID id, Instant at, String actor, int place, String to) implements FlowCommand {}

    /** The process owner wakes an ended case up at a step. */
    record Reopen(UUID id, Instant at, String actor, String to) implements FlowCommand {}

    /**
     * The case goes over to the version of its model that decides this command; its process owner's, and the runtime checks
     * that. Possible for a suspended case too.
     */
    record Migrate(UUID id, Instant at, String actor, FlowMigration migration) implements FlowCommand {}

    /** The clocks stop, and nobody may do anything until the case is resumed. */
    record Suspend(UUID id, Instant at, String actor) implements FlowCommand {}

    record Resume(UUID id, Instant at, String actor) implements FlowCommand {}

    /** The runtime answers a question for a due instant, in the transaction in which it was asked. */
    record Due(UUID id, Instant at, String actor, int timer, Instant due) implements FlowCommand {}

    /**
     * A timer is due.
     *
     * @param successors for a limit that escalates or transfers: who is told of, or takes over, each open task of the
     *     step; a task left out stays as it is
     */
    record Fire(UUID id, Instant at, String actor, int timer, Map<Integer, String> successors) implements FlowCommand {

        public Fire {
            successors = Map.copyOf(successors);
        }
    }

    /**
     * Other calendars hold from now on, also for a case that is suspended.
     *
     * @param times by timer: when it is due now; of one that stands still, until when its rest would have run
     */
    record Move(UUID id, Instant at, String actor, Map<Integer, Instant> times) implements FlowCommand {

        public Move {
            times = Map.copyOf(times);
        }
    }

    /** A message has come for the case: the token that has waited longest for it takes it. */
    record Deliver(
            UUID id,
            Instant at,
            String actor,
            String name,
            @Nullable String key) implements FlowCommand {}

    /** A signal was thrown somewhere: all in the case that wait for it hear it. */
    record Signal(UUID id, Instant at, String actor, String name) implements FlowCommand {}

    /** The data have changed: the conditions that are waited for are asked again, as after every command. */
    record Refresh(UUID id, Instant at, String actor) implements FlowCommand {}

    /** The action of a service task, or the case that was called, ended in an error that the model may catch. */
    record Throw(
            UUID id,
            Instant at,
            String actor,
            int visit,
            @Nullable String error) implements FlowCommand {}

    /**
     * Somebody chooses what is done next in an ad-hoc sub-process at work; who may is the runtime's to check.
     *
     * @param activity one of {@link FlowModel#choices}
     */
    record Activate(UUID id, Instant at, String actor, int visit, String activity) implements FlowCommand {}

    /** Somebody says that enough has been done in an ad-hoc sub-process that has no condition of its own. */
    record Leave(UUID id, Instant at, String actor, int visit) implements FlowCommand {}

    /** One more instance of an activity that is done several times and is at work; the item it is about, if it goes by a list. */
    record AddInstance(
            UUID id,
            Instant at,
            String actor,
            int visit,
            @Nullable Object item) implements FlowCommand {}

    /** An instance that is at work is not needed any more. */
    record RemoveInstance(UUID id, Instant at, String actor, int visit) implements FlowCommand {}

    /**
     * The case that was called says that somebody should know: an escalation that nothing caught there. The call goes on unless
     * an event that catches it here interrupts it.
     */
    record Escalate(
            UUID id,
            Instant at,
            String actor,
            int visit,
            @Nullable String escalation) implements FlowCommand {}

    /**
     * The runtime has carried out the action of a service task, or the case that was called has ended.
     *
     * @param result the data of the called case at its end, of which the call takes over what it names
     */
    record Finish(UUID id, Instant at, String actor, int visit, Map<String, Object> result) implements FlowCommand {

        public Finish {
            result = Copies.of(result);
        }

        /** Of an action. */
        public Finish(UUID id, Instant at, String actor, int visit) {
            this(id, at, actor, visit, Map.of());
        }
    }

    /** The action of a service task failed for good; a person mends what was wrong and retries. */
    record Fail(UUID id, Instant at, String actor, int visit, String message) implements FlowCommand {}

    /** Tries again what an incident stopped. */
    record Retry(UUID id, Instant at, String actor, int incident) implements FlowCommand {}
}
