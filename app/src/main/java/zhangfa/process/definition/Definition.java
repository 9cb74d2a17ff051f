package zhangfa.process.definition;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowDecision;
import zhangfa.flow.FlowExpression;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowStart;
import zhangfa.flow.FlowStep.Access;
import zhangfa.process.NumberRule;
import zhangfa.process.Processes;
import zhangfa.process.form.CaseForm;

/**
 * One version of a process: its model, compiled, with its form and guide.
 *
 * @param decisions the decision tables that it was handed in with, by which its business-rule tasks decide
 * @param names what its elements are called in the model, by id
 * @param calls how its call activities call, by id
 * @param choosing the ids of its ad-hoc sub-processes, in which people choose what is done
 */
public record Definition(
        String key,
        int version,
        String name,
        String status,
        String level,
        @Nullable String category,
        @Nullable String parent,
        @Nullable String owner,
        List<String> articles,
        String bpmn,
        CaseForm form,
        @Nullable String guide,
        FlowModel model,
        List<FlowDecision> decisions,
        Map<String, String> names,
        Map<String, CallRule> calls,
        Set<String> choosing) {

    private static final List<String> DECISIONS = List.of("approve", "complete", "reject", "return");

    /** The name of a step in a language: {@code zhangfa:name-en} and the like beside the model's own name. */
    public String stepName(String step, Locale locale) {
        var found = model.step(step);
        return found.notes().attributes().getOrDefault("name-" + locale.toLanguageTag(), found.name());
    }

    /** Whether people start its cases, or other cases that call it. */
    public boolean isStartable() {
        return model.starts().stream().anyMatch(start -> start.kind() == FlowStart.Kind.NONE);
    }

    /** How a call activity of the model calls. */
    public CallRule call(String element) {
        return calls.getOrDefault(element, CallRule.NEWEST);
    }

    /** The rules by which {@code zhangfa:copy-to} names who learns of a case at this element. */
    public List<String> copyTo(String element) {
        return Particulars.of(bpmn).copies().getOrDefault(element, List.of());
    }

    /** What decides, as FEEL, where a case goes and whom it asks. */
    public List<String> conditions() {
        var rules = model.steps().stream()
                .flatMap(
                        step -> Stream.ofNullable(step.assignment().parameters().get("expression")));
        return Stream.concat(Particulars.of(bpmn).conditions().stream(), rules).toList();
    }

    /** What an element of the model is called: a step in the language, anything else as it was drawn, else by its id. */
    public String elementName(String id, Locale locale) {
        return model.steps().stream().anyMatch(step -> step.id().equals(id))
                ? stepName(id, locale)
                : names.getOrDefault(id, id);
    }

    /** Fields that steps fill in and the form does not demand of whoever asks: theirs alone. */
    public Set<String> later() {
        return model.steps().stream()
                .flatMap(step -> step.form().fields().entrySet().stream())
                .filter(field -> field.getValue() == Access.WRITE || field.getValue() == Access.REQUIRED)
                .map(Map.Entry::getKey)
                .filter(field -> !form.demands(field))
                .collect(Collectors.toSet());
    }

    /** What the people of a step may do with a field, where that is not as the form says; of {@code initiator} too. */
    public Map<String, Access> accesses(String step) {
        return step.equals(FlowModel.INITIATOR)
                ? later().stream().collect(Collectors.toMap(field -> field, field -> Access.READ))
                : model.step(step).form().fields();
    }

    /** What a step's people should know, in a language as far as the model has it. */
    public @Nullable String guide(String step, Locale locale) {
        var found = model.step(step);
        var own = found.notes().attributes().get("guide-" + locale.toLanguageTag());
        return own == null ? found.guide() : own;
    }

    /** {@code zhangfa:opinion="reject,return"} and {@code zhangfa:button-approve="…"}, {@code zhangfa:button-approve-en="…"} on a step. */
    public Processes.Manner manner(String step, Locale locale) {
        if (step.equals(FlowModel.INITIATOR)) {
            return Processes.Manner.PLAIN;
        }
        var attributes = model.step(step).notes().attributes();
        var buttons = new HashMap<String, String>();
        for (var action : DECISIONS) {
            var said = attributes.getOrDefault(
                    "button-" + action + "-" + locale.toLanguageTag(), attributes.getOrDefault("button-" + action, ""));
            if (!said.isBlank()) {
                buttons.put(action, said.strip());
            }
        }
        var opinions = Stream.of(attributes.getOrDefault("opinion", "").split("[,\\s]+"))
                .collect(Collectors.toSet());
        return new Processes.Manner(opinions, Map.copyOf(buttons));
    }

    /** {@code zhangfa:title} on the process: FEEL over the form and {@code initiator}, the name of who asks; null where it gives no text. */
    public @Nullable String title(Map<String, Object> form, String initiator, Clock clock) {
        var rule = model.attributes().get("title");
        if (rule == null) {
            return null;
        }
        var data = new HashMap<>(form);
        data.put("initiator", initiator);
        var said = FlowExpression.compile(rule, clock.getZone()).value(data, clock.instant());
        return said instanceof String text ? text : null;
    }

    /** {@code zhangfa:number} on the process: how its cases are numbered; empty where they are as all others. */
    public Optional<NumberRule> numbering() {
        return Optional.ofNullable(model.attributes().get("number")).flatMap(NumberRule::read);
    }

    public String name(Locale locale) {
        return model.attributes().getOrDefault("name-" + locale.toLanguageTag(), name);
    }

    /** What the model names as a module's action at a moment, such as {@code on-submit}. */
    public @Nullable String action(String moment) {
        return model.attributes().get(moment.toLowerCase(Locale.ROOT));
    }
}
