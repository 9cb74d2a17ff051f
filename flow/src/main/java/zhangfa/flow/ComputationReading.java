package zhangfa.flow;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import zhangfa.flow.Node.Computation;

/** Reads what a script task computes and what a call activity hands over. */
record ComputationReading(Xml task, ZoneId zone, Faults faults) {

    /** One value, under the name that the task gives; empty where a fault was added. */
    List<Computation> script() {
        var format = Objects.requireNonNullElse(task.attribute("scriptFormat"), "feel");
        if (!format.toLowerCase(Locale.ROOT).contains("feel")) {
            faults.add(task, "script-language", "Scripts are FEEL, not " + format);
            return List.of();
        }
        var name = Objects.requireNonNullElse(
                task.attributes(Xml.ZHANGFA).get("result"),
                Objects.requireNonNullElse(task.foreign("resultVariable"), ""));
        if (name.isBlank()) {
            faults.add(task, "no-result", "A script task names in zhangfa:result what it computes");
        }
        var text = task.children(Xml.BPMN, "script").map(Xml::text).findFirst().orElse("");
        return compiled(name, text).toList();
    }

    /** The fields that the called case begins with: {@code zhangfa:in} with an expression and the name there. */
    List<Computation> inputs() {
        return task.children(Xml.BPMN, "extensionElements")
                .flatMap(Xml::descendants)
                .filter(element -> element.local().equals("in"))
                .flatMap(this::input)
                .toList();
    }

    private Stream<Computation> input(Xml element) {
        var source = Stream.of("source", "sourceExpression")
                .map(element::attribute)
                .filter(Objects::nonNull)
                .findFirst();
        var target = element.attribute("target");
        if (source.isEmpty() || target == null) {
            faults.add(element, "input", "What a call hands over has a source, an expression, and a target, a name");
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
