package zhangfa.flow;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowStep.Access;
import zhangfa.flow.FlowStep.Assignment;
import zhangfa.flow.FlowStep.Decision;
import zhangfa.flow.FlowStep.Kind;
import zhangfa.flow.FlowStep.Mode;
import zhangfa.flow.FlowStep.Rejection;
import zhangfa.flow.FlowStep.Share;
import zhangfa.flow.FlowStep.StepForm;
import zhangfa.flow.FlowStep.StepNotes;

/** Reads what a user task says about its people, their decision and their form: our extensions, else other tools'. */
final class StepReading {

    private static final Pattern FIELD = Pattern.compile("(?:[$#]\\{\\s*(\\w+)\\s*}|=\\s*(\\w+))");

    /** What Flowable's modeler writes where the initiator is chosen. */
    private static final String FLOWABLE_INITIATOR = "$INITIATOR";

    private static final Pattern PERCENT = Pattern.compile("(100|[1-9]\\d?)%");
    private static final Pattern PART = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    private static final Map<String, Mode> MODES = Map.of(
            "any", Mode.ANY,
            "all", Mode.ALL,
            "sequence", Mode.SEQUENCE,
            "ratio", Mode.RATIO,
            "weighted", Mode.WEIGHTED);

    private final Xml task;
    private final String initiatorVariable;
    private final Faults faults;

    /**
     * Of one task.
     *
     * @param initiatorVariable the name under which other tools keep who started the case
     */
    StepReading(Xml task, String initiatorVariable, Faults faults) {
        this.task = task;
        this.initiatorVariable = initiatorVariable;
        this.faults = faults;
    }

    FlowStep read(String id) {
        var ours = task.attributes(Xml.ZHANGFA);
        var decision = new Decision(
                choice(ours, "kind", Kind.WORK, Map.of("work", Kind.WORK, "approval", Kind.APPROVAL)),
                choice(ours, "mode", Mode.ANY, MODES),
                share(ours),
                choice(ours, "reject", Rejection.ENDS, Map.of("end", Rejection.ENDS, "return", Rejection.RETURNS)));
        var name = Objects.requireNonNullElse(task.attribute("name"), "").strip();
        var notes = new StepNotes(guide(task), task.foreign("dueDate"), ours);
        return new FlowStep(
                id, name.isEmpty() ? id : name, decision, assignment(decision.kind()), form(), limit(), notes);
    }

    /** The documentation of an element, paragraphs apart. */
    static @Nullable String guide(Xml element) {
        var paragraphs = element.children(Xml.BPMN, "documentation")
                .map(Xml::text)
                .filter(text -> !text.isEmpty())
                .toList();
        return paragraphs.isEmpty() ? null : String.join("\n\n", paragraphs);
    }

    private <T> T choice(Map<String, String> attributes, String name, T otherwise, Map<String, T> choices) {
        var value = attributes.get(name);
        if (value == null) {
            return otherwise;
        }
        var chosen = choices.get(value);
        if (chosen == null) {
            var known = choices.keySet().stream().sorted().toList();
            faults.add(task, "unknown-" + name, "zhangfa:%s is \"%s\", executed are %s".formatted(name, value, known));
        }
        return chosen == null ? otherwise : chosen;
    }

    /** How much must agree, where a part of the signers is enough. */
    private @Nullable Share share(Map<String, String> attributes) {
        var mode = attributes.getOrDefault("mode", "any");
        if (!mode.equals("ratio") && !mode.equals("weighted")) {
            return null;
        }
        var threshold = attributes.getOrDefault("threshold", "");
        var percent = PERCENT.matcher(threshold);
        var part = PART.matcher(threshold);
        if (percent.matches()) {
            return new Share(Integer.parseInt(percent.group(1)), 100);
        }
        if (part.matches() && Integer.parseInt(part.group(1)) <= Integer.parseInt(part.group(2))) {
            return new Share(Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)));
        }
        faults.add(task, "threshold", "A step of mode %s needs zhangfa:threshold, such as 60%% or 2/3".formatted(mode));
        return null;
    }

    private Assignment assignment(Kind kind) {
        var rules = extensions("assignment").toList();
        if (rules.size() > 1) {
            faults.add(rules.get(1), "two-assignments", "A task has one zhangfa:assignment");
        }
        if (!rules.isEmpty()) {
            return ours(rules.getFirst());
        }
        var assignee = task.foreign("assignee");
        if (assignee != null) {
            return assignee(assignee.strip());
        }
        var candidates = new LinkedHashMap<String, String>();
        Map.of("users", "candidateUsers", "groups", "candidateGroups").forEach((parameter, attribute) -> {
            var people = task.foreign(attribute);
            if (people != null) {
                candidates.put(parameter, people);
            }
        });
        if (!candidates.isEmpty()) {
            return new Assignment("candidates", candidates);
        }
        if (kind == Kind.APPROVAL) {
            faults.add(task, "no-assignment", "An approval must say who decides: it never falls to the initiator");
        }
        return new Assignment("initiator", Map.of());
    }

    private Assignment ours(Xml rule) {
        var parameters = rule.attributes("");
        var strategy = parameters.remove("strategy");
        if (strategy == null || strategy.isBlank()) {
            faults.add(rule, "no-strategy", "zhangfa:assignment needs a strategy");
            return new Assignment("initiator", Map.of());
        }
        return new Assignment(strategy, parameters);
    }

    private Assignment assignee(String assignee) {
        if (assignee.equals(FLOWABLE_INITIATOR)) {
            return new Assignment("initiator", Map.of());
        }
        if (!assignee.startsWith("$") && !assignee.startsWith("#") && !assignee.startsWith("=")) {
            return new Assignment("person", Map.of("person", assignee));
        }
        var field = FIELD.matcher(assignee);
        if (!field.matches()) {
            faults.add(task, "assignee-expression", "Only the name of a field can be understood, not " + assignee);
            return new Assignment("initiator", Map.of());
        }
        var name = field.group(1) != null ? field.group(1) : field.group(2);
        return name.equals(initiatorVariable)
                ? new Assignment("initiator", Map.of())
                : new Assignment("field", Map.of("field", name));
    }

    private StepForm form() {
        var key = extensions("form").map(form -> form.attribute("key")).filter(Objects::nonNull);
        var foreign = Stream.of("formKey", "formRef").map(task::foreign).filter(Objects::nonNull);
        var fields = new LinkedHashMap<String, Access>();
        extensions()
                .flatMap(Xml::descendants)
                .filter(element -> element.is(Xml.ZHANGFA, "field"))
                .forEach(field -> field(field, fields));
        return new StepForm(Stream.concat(key, foreign).findFirst().orElse(null), fields);
    }

    private void field(Xml field, Map<String, Access> fields) {
        var name = field.attribute("name");
        var access = Objects.requireNonNullElse(field.attribute("access"), "");
        var known = Stream.of(Access.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(access))
                .findFirst();
        if (name == null || name.isBlank()) {
            faults.add(field, "no-name", "zhangfa:field needs a name");
        } else if (known.isEmpty()) {
            faults.add(field, "unknown-access", "Access of field %s is \"%s\"".formatted(name, access));
        } else if (fields.put(name, known.get()) != null) {
            faults.add(field, "two-accesses", "Field " + name + " is named twice");
        }
    }

    private @Nullable FlowLimit limit() {
        var limits = extensions("limit").toList();
        if (limits.isEmpty()) {
            return LimitReading.ofDueDate(task.foreign("dueDate"));
        }
        limits.stream().skip(1).forEach(more -> faults.add(more, "two-limits", "A task has one zhangfa:limit"));
        return new LimitReading(limits.getFirst(), faults).read();
    }

    private Stream<Xml> extensions(String local) {
        return extensions().flatMap(Xml::descendants).filter(element -> element.is(Xml.ZHANGFA, local));
    }

    private Stream<Xml> extensions() {
        return task.children(Xml.BPMN, "extensionElements");
    }
}
