package zhangfa.flow;

import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads that an activity is done several times: our own attributes, BPMN's, or other tools'. */
record RepetitionReading(Xml activity, ZoneId zone, Faults faults) {

    /** Null where it is done once, or where a fault was added. */
    @Nullable
    Repetition read() {
        var several =
                activity.children(Xml.BPMN, "multiInstanceLoopCharacteristics").findFirst();
        var loop = activity.children(Xml.BPMN, "standardLoopCharacteristics").findFirst();
        if (several.isPresent()) {
            return several(several.get());
        }
        return loop.map(this::loop).orElse(null);
    }

    private @Nullable Repetition several(Xml element) {
        if (!Objects.requireNonNullElse(element.attribute("behavior"), "All").equals("All")) {
            faults.add(activity, "not-executed", "Events of single instances are not executed");
        }
        var cardinality = text(element, "loopCardinality");
        var collection = Stream.of(
                        element.attributes(Xml.ZHANGFA).get("collection"),
                        text(element, "loopDataInputRef"),
                        element.foreign("collection"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var times = compile(collection == null ? cardinality : collection);
        if (times == null) {
            faults.add(activity, "no-instances", "It has several instances and does not say how many");
        }
        var items = element.children(Xml.BPMN, "inputDataItem").map(item -> item.attribute("name"));
        var item = Stream.concat(
                        Stream.of(element.attributes(Xml.ZHANGFA).get("item"), element.foreign("elementVariable")),
                        items)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var kind = "true".equals(element.attribute("isSequential"))
                ? Repetition.Kind.SEQUENTIAL
                : Repetition.Kind.PARALLEL;
        var until = condition(text(element, "completionCondition"));
        return new Repetition(kind, times, collection == null ? null : item, until, null, false, 0);
    }

    private Repetition loop(Xml element) {
        var most = Objects.requireNonNullElse(element.attribute("loopMaximum"), "0");
        var again = condition(text(element, "loopCondition"));
        if (again == null && most.equals("0")) {
            faults.add(activity, "endless", "The loop has neither a condition nor a highest number of rounds");
        }
        if (!most.matches("\\d{1,6}")) {
            faults.add(activity, "loop-maximum", "loopMaximum is \"" + most + "\"");
            most = "1";
        }
        var before = "true".equals(element.attribute("testBefore"));
        return new Repetition(Repetition.Kind.LOOP, null, null, null, again, before, Integer.parseInt(most));
    }

    private static @Nullable String text(Xml element, String child) {
        return element.children(Xml.BPMN, child)
                .map(Xml::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Condition condition(@Nullable String text) {
        var expression = compile(text);
        return expression == null ? null : new Condition(expression);
    }

    private @Nullable Expression compile(@Nullable String text) {
        try {
            return text == null ? null : Expression.compile(text, zone);
        } catch (IllegalArgumentException notUnderstood) {
            faults.add(activity, "loop", "The repetition cannot be understood: " + notUnderstood.getMessage());
            return null;
        }
    }
}
