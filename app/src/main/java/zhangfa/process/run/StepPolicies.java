package zhangfa.process.run;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.flow.FlowStep;
import zhangfa.flow.FlowStep.Kind;
import zhangfa.process.definition.Definition;

/**
 * What a model lays down for people who are not found, were asked before or must not do both: {@code zhangfa:empty} and
 * {@code zhangfa:apart-from} on a step, {@code initiator} in its assignment, {@code zhangfa:same-approver} on the process.
 */
@Component
class StepPolicies {

    private final PeopleRules rules;

    StepPolicies(PeopleRules rules) {
        this.rules = rules;
    }

    /**
     * What becomes of an initiator who would be asked: {@code allow}, {@code replace} by others of the role and then the next head
     * up, {@code superior} for that head at once, {@code skip}. An approval never falls to the initiator; work does unless the
     * model says otherwise.
     */
    static String initiator(FlowStep step) {
        return step.assignment()
                .parameters()
                .getOrDefault("initiator", step.kind() == Kind.APPROVAL ? "replace" : "allow");
    }

    /** Where nobody is found: {@code zhangfa:empty="skip"} lets the case go on, {@code reject} ends it, else it waits for its owner. */
    static StaffedStep withNobody(FlowStep step) {
        return switch (empty(step)) {
            case "skip" -> StaffedStep.skipped("empty");
            case "reject" -> StaffedStep.declined("nobody");
            default -> StaffedStep.NOBODY;
        };
    }

    /** {@code zhangfa:empty="owner"} or a rule such as {@code person:ceo}: who is asked where nobody is found. */
    List<UUID> insteadOfNobody(Definition definition, FlowStep step) {
        var owner = definition.owner();
        var rule = empty(step).equals("owner") && owner != null ? owner : empty(step);
        return rules.people(rule);
    }

    private static String empty(FlowStep step) {
        return step.notes().attributes().getOrDefault("empty", "");
    }

    /**
     * {@code zhangfa:same-approver="consecutive"}: whoever approved the step before is not asked again; {@code any}: nor whoever
     * approved an earlier one. Holds for approvals of just one person.
     */
    static boolean skipsSame(Definition definition, FlowStep step, List<UUID> people, Past past) {
        if (step.kind() != Kind.APPROVAL || people.size() != 1) {
            return false;
        }
        return switch (definition.model().attributes().getOrDefault("same-approver", "off")) {
            case "consecutive" -> past.approvedLast(people.getFirst());
            case "any" -> past.approvedAny(people.getFirst());
            default -> false;
        };
    }

    /**
     * Who must have no say in this step, not even for somebody else: the initiator where the step replaces them, and by
     * {@code zhangfa:apart-from="review,audit"} whoever had one in those steps.
     */
    static Set<UUID> conflicted(FlowStep step, UUID initiator, Past past) {
        var conflicted = new HashSet<UUID>();
        if (!initiator(step).equals("allow")) {
            conflicted.add(initiator);
        }
        var apart = step.notes().attributes().get("apart-from");
        if (apart != null) {
            conflicted.addAll(past.sayIn(
                    Arrays.stream(apart.split(",")).map(String::strip).toList()));
        }
        return conflicted;
    }
}
