package zhangfa.flow;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads BPMN 2.0 XML into a model that can be executed, or names every reason why it cannot. */
public final class Bpmn {

    private Bpmn() {}

    /** The names of the elements of BPMN that are executed, such as {@code userTask}; every other node is refused. */
    public static Set<String> executed() {
        return Vocabulary.NODES.keySet();
    }

    /** Like {@link #read(String, ZoneId)}, with days counted in UTC. */
    public static FlowModel read(String xml) throws ModelRefused {
        return read(xml, ZoneOffset.UTC);
    }

    /** Like {@link #read(String, ZoneId, Set)}, for a runtime that carries nothing between cases. */
    public static FlowModel read(String xml, ZoneId zone) throws ModelRefused {
        return read(xml, zone, Set.of());
    }

    /** Like {@link #read(String, ZoneId, Set, Collection)}, for a process that decides by no tables. */
    public static FlowModel read(String xml, ZoneId zone, Set<Outside> outside) throws ModelRefused {
        return read(xml, zone, outside, List.of());
    }

    /**
     * Reads a model whose expressions count days in this zone.
     *
     * @param outside what the runtime carries; a model that needs more is refused
     * @param decisions by which its business-rule tasks decide; a model that names another one is refused
     * @throws ModelRefused with all faults at once: unsafe or malformed XML, elements that are not executed, broken
     *     structure, expressions that cannot be understood
     */
    public static FlowModel read(String xml, ZoneId zone, Set<Outside> outside, Collection<FlowDecision> decisions)
            throws ModelRefused {
        var text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
        var definitions = XmlFile.read(text);
        var faults = new Faults();
        var process = ProcessElement.of(definitions, faults);
        faults.refuseIfAny();
        new Vocabulary(outside, faults).check(process);
        var reading = new GraphReading(process, zone, named(decisions), faults);
        var graph = reading.read();
        faults.refuseIfAny();
        Schema.check(text, faults);
        faults.refuseIfAny();
        var warnings = new Structure(graph, reading.places(), faults).check();
        faults.refuseIfAny();
        return new FlowModel(ProcessElement.describe(process), graph, warnings);
    }

    private static Map<String, FlowDecision> named(Collection<FlowDecision> decisions) {
        return decisions.stream().collect(Collectors.toMap(FlowDecision::key, Function.identity()));
    }
}
