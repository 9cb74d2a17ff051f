package zhangfa.flow;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/**
 * States and events as compact JSON of a stated version; every version ever released stays readable. What is left out is
 * empty, null, false or 0. The names are those of the records, so renaming one of their components is a new version.
 */
public final class FlowJson {

    private static final int VERSION = 1;
    private static final String BEGINNING = "{\"v\":" + VERSION + ",";

    private static final Map<Class<? extends FlowEvent>, String> KINDS = Map.ofEntries(
            Map.entry(FlowEvent.CaseStarted.class, "case-started"),
            Map.entry(FlowEvent.ChoiceMade.class, "choice-made"),
            Map.entry(FlowEvent.Forked.class, "forked"),
            Map.entry(FlowEvent.TokenArrived.class, "token-arrived"),
            Map.entry(FlowEvent.Joined.class, "joined"),
            Map.entry(FlowEvent.StepEntered.class, "step-entered"),
            Map.entry(FlowEvent.PeopleAsked.class, "people-asked"),
            Map.entry(FlowEvent.TaskOpened.class, "task-opened"),
            Map.entry(FlowEvent.TaskClaimed.class, "task-claimed"),
            Map.entry(FlowEvent.TaskReleased.class, "task-released"),
            Map.entry(FlowEvent.TaskTransferred.class, "task-transferred"),
            Map.entry(FlowEvent.TaskClosed.class, "task-closed"),
            Map.entry(FlowEvent.DecisionWithdrawn.class, "decision-withdrawn"),
            Map.entry(FlowEvent.StepDone.class, "step-done"),
            Map.entry(FlowEvent.StepReturned.class, "step-returned"),
            Map.entry(FlowEvent.WorkUndone.class, "work-undone"),
            Map.entry(FlowEvent.SignerAdded.class, "signer-added"),
            Map.entry(FlowEvent.SignerRemoved.class, "signer-removed"),
            Map.entry(FlowEvent.TaskHeld.class, "task-held"),
            Map.entry(FlowEvent.TaskResumed.class, "task-resumed"),
            Map.entry(FlowEvent.TaskDelegated.class, "task-delegated"),
            Map.entry(FlowEvent.TaskResolved.class, "task-resolved"),
            Map.entry(FlowEvent.StepSkipped.class, "step-skipped"),
            Map.entry(FlowEvent.SignerAskedAgain.class, "signer-asked-again"),
            Map.entry(FlowEvent.CaseJumped.class, "case-jumped"),
            Map.entry(FlowEvent.CaseReopened.class, "case-reopened"),
            Map.entry(FlowEvent.CaseMigrated.class, "case-migrated"),
            Map.entry(FlowEvent.WaitBegun.class, "wait-begun"),
            Map.entry(FlowEvent.ActionAsked.class, "action-asked"),
            Map.entry(FlowEvent.CaseCalled.class, "case-called"),
            Map.entry(FlowEvent.ValueComputed.class, "value-computed"),
            Map.entry(FlowEvent.WaitOver.class, "wait-over"),
            Map.entry(FlowEvent.ScopeEntered.class, "scope-entered"),
            Map.entry(FlowEvent.RoundsChanged.class, "rounds-changed"),
            Map.entry(FlowEvent.ScopeLeft.class, "scope-left"),
            Map.entry(FlowEvent.WorkStopped.class, "work-stopped"),
            Map.entry(FlowEvent.CompensationEnabled.class, "compensation-enabled"),
            Map.entry(FlowEvent.CompensationBegun.class, "compensation-begun"),
            Map.entry(FlowEvent.StepInterrupted.class, "step-interrupted"),
            Map.entry(FlowEvent.TaskEscalated.class, "task-escalated"),
            Map.entry(FlowEvent.SubscriptionOpened.class, "subscription-opened"),
            Map.entry(FlowEvent.SubscriptionClosed.class, "subscription-closed"),
            Map.entry(FlowEvent.EventOccurred.class, "event-occurred"),
            Map.entry(FlowEvent.ConditionSeen.class, "condition-seen"),
            Map.entry(FlowEvent.MessageThrown.class, "message-thrown"),
            Map.entry(FlowEvent.SignalThrown.class, "signal-thrown"),
            Map.entry(FlowEvent.ErrorThrown.class, "error-thrown"),
            Map.entry(FlowEvent.EscalationThrown.class, "escalation-thrown"),
            Map.entry(FlowEvent.ActivityChosen.class, "activity-chosen"),
            Map.entry(FlowEvent.TimerAsked.class, "timer-asked"),
            Map.entry(FlowEvent.TimerSet.class, "timer-set"),
            Map.entry(FlowEvent.TimerDropped.class, "timer-dropped"),
            Map.entry(FlowEvent.TimerFired.class, "timer-fired"),
            Map.entry(FlowEvent.TimerMoved.class, "timer-moved"),
            Map.entry(FlowEvent.CaseSuspended.class, "case-suspended"),
            Map.entry(FlowEvent.CaseResumed.class, "case-resumed"),
            Map.entry(FlowEvent.IncidentRaised.class, "incident-raised"),
            Map.entry(FlowEvent.IncidentResolved.class, "incident-resolved"),
            Map.entry(FlowEvent.CaseEnded.class, "case-ended"));

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_DEFAULT))
            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
            .addMixIn(FlowEvent.class, EventShape.class)
            .addMixIn(Verdict.class, VerdictShape.class)
            .addMixIn(Visit.class, VisitShape.class)
            .registerSubtypes(KINDS.entrySet().stream()
                    .map(kind -> new NamedType(kind.getKey(), kind.getValue()))
                    .toArray(NamedType[]::new))
            .build();

    private FlowJson() {}

    public static String write(FlowState state) {
        return versioned(MAPPER.writeValueAsString(state));
    }

    /**
     * Reads a state of this or any earlier version.
     *
     * @throws IllegalArgumentException where this is none
     */
    public static FlowState readState(String json) {
        return read(json, FlowState.class);
    }

    /** An event with its kind, as the journal keeps it. */
    public static String write(FlowEvent event) {
        return versioned(MAPPER.writerFor(FlowEvent.class).writeValueAsString(event));
    }

    /**
     * Reads an event of this or any earlier version.
     *
     * @throws IllegalArgumentException where this is none
     */
    public static FlowEvent readEvent(String json) {
        return read(json, FlowEvent.class);
    }

    /** The stable name of an event's kind, such as {@code task-opened}. */
    public static String kind(FlowEvent event) {
        return Objects.requireNonNull(KINDS.get(event.getClass()));
    }

    /** The names of all kinds of events, sorted. */
    public static List<String> kinds() {
        return KINDS.values().stream().sorted().toList();
    }

    private static String versioned(String object) {
        return BEGINNING + object.substring(1);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            if (json.startsWith(BEGINNING)) {
                return MAPPER.readValue("{" + json.substring(BEGINNING.length()), type);
            }
            if (!(MAPPER.readTree(json) instanceof ObjectNode object)) {
                throw new IllegalArgumentException("Not a JSON object");
            }
            var version = object.remove("v");
            if (version == null || version.asInt(0) != VERSION) {
                throw new IllegalArgumentException("Written by an unknown version: " + version);
            }
            return MAPPER.treeToValue(object, type);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    private interface EventShape {}

    /** Visits differ by the names of their fields, so no tag is spent on them. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    private interface VisitShape {}

    /** No and null are two verdicts. */
    @JsonInclude(Include.NON_NULL)
    private interface VerdictShape {}
}
