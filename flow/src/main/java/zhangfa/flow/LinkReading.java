package zhangfa.flow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads which link events of a scope are two ends of one line: several may throw a link, one catches it. */
record LinkReading(Xml scope, Faults faults) {

    /** Who catches, by who throws. */
    Map<Xml, Xml> pairs() {
        var catching = new HashMap<String, Xml>();
        events("intermediateCatchEvent").forEach(event -> {
            if (catching.put(link(event), event) != null) {
                faults.add(event, "link", "Two events catch the link " + link(event));
            }
        });
        var pairs = new LinkedHashMap<Xml, Xml>();
        events("intermediateThrowEvent").forEach(event -> {
            var caught = catching.get(link(event));
            if (caught == null) {
                faults.add(event, "link", "No event catches the link " + link(event));
            } else {
                pairs.put(event, caught);
            }
        });
        return pairs;
    }

    private Stream<Xml> events(String kind) {
        return scope.children(Xml.BPMN, kind)
                .filter(event -> event.children(Xml.BPMN, "linkEventDefinition")
                        .findAny()
                        .isPresent());
    }

    private static String link(Xml event) {
        return event.children(Xml.BPMN, "linkEventDefinition")
                .map(definition -> Objects.requireNonNullElse(definition.attribute("name"), ""))
                .findFirst()
                .orElse("");
    }
}
