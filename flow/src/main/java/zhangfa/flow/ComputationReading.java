package zhangfa.flow;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import zhangfa.flow.Node.Computation;

/** Reads what a script or business-rule task computes and what a call activity hands over. */
record ComputationReading(Xml task, ZoneId zone, Faults faults) {

    /** One value, under the name that the task gives; empty where a fault was added. */
    List<Computation> script() {
        var format = Objects.requireNonNullElse(task.attribute("scriptFormat"), "feel");
        if (!format.toLowerCase(Locale.ROOT).contains("feel")) {
            faults.add(task, "script-language", "Scripts are FEEL, not " + format);
            return List.of();
        }
        var text = task.children(Xml.BPMN, "script").map(Xml::text).findFirst().orElse("");
        return compiled(result(), text).toList();
    }

    /** What a decision decides, under the name that the task gives; empty where a fault was added. */
    List<Computation> rule(Map<String, FlowDecision> decisions) {
        var named = Objects.requireNonNullElse(
                task.attributes(Xml.ZHANGFA).get("decision"),
                Objects.requireNonNullElse(task.foreign("decisionRef"), ""));
        var decision = decisions.get(named);
        if (decision == null) {
            faults.add(
                    task,
                    "no-decision",
                    named.isBlank()
                            ? "A business-rule task names in zhangfa:decision what decides"
                            : "There is no decision " + named);
            return List.of();
        }
        return List.of(new Computation(result(), decision));
    }

    /** How an ad-hoc sub-process goes and ends. */
    Node.Catching choice() {
        var until = task.children(Xml.BPMN, "completionCondition")
                .map(Xml::text)
                .flatMap(text -> compiled("completionCondition", text))
                .map(one -> new Trigger.Conditional(new Condition((Expression) one.by())))
                .findFirst()
                .orElse(null);
        var cancels = !"false".equals(task.attribute("cancelRemainingInstances"));
        return new Node.Catching(until, null, cancels, task.attribute("ordering"), List.of(), List.of());
    }

    private String result() {
        var name = Objects.requireNonNullElse(
                task.attributes(Xml.ZHANGFA).get("result"),
                Objects.requireNonNullElse(task.foreign("resultVariable"), ""));
        if (name.isBlank()) {
            faults.add(task, "no-result", "A task that computes names in zhangfa:result what it computes");
        }
        return name;
    }

    /**
     * What goes into a called case or comes out of it: {@code zhangfa:in} or {@code zhangfa:out}, each with an expression over the
     * data on its side and the name on the other.
     */
    List<Computation> mapped(String way) {
        return task.children(Xml.BPMN, "extensionElements")
                .flatMap(Xml::descendants)
                .filter(element -> element.local().equals(way))
                .flatMap(this::mapping)
                .toList();
    }

    private Stream<Computation> mapping(Xml element) {
        var source = Stream.of("source", "sourceExpression")
                .map(element::attribute)
                .filter(Objects::nonNull)
                .findFirst();
        var target = element.attribute("target");
        if (source.isEmpty() || target == null) {
            faults.add(
                    element,
                    "input",
                    "What a call hands over or takes has a source, an expression, and a target, a name");
            return Stream.empty();
        }
        return compiled(target, source.get());
    }

    private Stream<Computation> compiled(String name, String text) {
        try {
            return Stream.of(new Computation(name, Expression.compile(text, zone)));
        } catch (IllegalArgumentException notUnderstood) {
            faults.add(task, "script", "The expression cannot be understood: " + notUnderstood.getMessage());
            return Stream.empty();
        }
    }
}
