package zhangfa.work.plan;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Fork;
import zhangfa.work.plan.Block.Step;

/** Writes a plan as BPMN 2.0 XML, with a layout from left to right. */
public final class PlanWriting {

    /** The action that carries out a copy. */
    static final String COPY = "case.copy";

    /** A way from one element to another; those that begin a branch carry its id, name and condition. */
    record Flow(
            String id,
            String name,
            String from,
            String to,
            @Nullable Condition when) {}

    private final Plan plan;
    private final Set<String> ids;
    private final List<Flow> flows = new ArrayList<>();
    private final Elements xml;

    private PlanWriting(Plan plan, Elements xml) {
        this.plan = plan;
        this.ids = plan.ids();
        this.xml = xml;
    }

    /** The model; one that is not finished, such as without people for a step, is written as far as it goes. */
    public static String bpmn(Plan plan) {
        var text = new StringWriter();
        try {
            var stream = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new PlanWriting(plan, new Elements(stream)).write();
            stream.close();
            return text.append('\n').toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write() throws XMLStreamException {
        xml.begin(plan.key());
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("id", plan.key());
        attributes.put("name", plan.name());
        attributes.put("isExecutable", "true");
        xml.open("process", attributes, plan.settings());
        xml.documentation(plan.guide());
        point("startEvent", plan.start());
        sequence(plan.blocks());
        point("endEvent", plan.end());
        connect(new Joint(plan.start().id(), null), plan.blocks(), plan.end().id());
        for (var flow : flows) {
            flow(flow);
        }
        xml.close();
        new Layout(plan, flows).write(xml);
        xml.end();
    }

    private void point(String element, Plan.Point point) throws XMLStreamException {
        xml.empty(element, named(point.id(), point.name()), Map.of());
    }

    private static Map<String, String> named(String id, String name) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("id", id);
        if (!name.isEmpty()) {
            attributes.put("name", name);
        }
        return attributes;
    }

    private void sequence(List<Block> blocks) throws XMLStreamException {
        for (var block : blocks) {
            switch (block) {
                case Step step -> step(step);
                case Copy copy -> {
                    var ours = new LinkedHashMap<String, String>();
                    ours.put("action", COPY);
                    ours.put("copy-to", String.join(",", copy.to()));
                    xml.empty("serviceTask", named(copy.id(), copy.name()), ours);
                }
                case Fork fork -> fork(fork);
            }
        }
    }

    private void step(Step step) throws XMLStreamException {
        xml.open("userTask", named(step.id(), step.name()), attributes(step));
        xml.documentation(step.guide());
        var limit = step.limit();
        if (!step.who().isNobody() || limit != null || !step.fields().isEmpty()) {
            xml.open("extensionElements", Map.of(), Map.of());
            if (!step.who().isNobody()) {
                var rule = new LinkedHashMap<String, String>();
                rule.put("strategy", step.who().strategy());
                rule.putAll(step.who().parameters());
                xml.ours("assignment", rule);
            }
            if (limit != null) {
                xml.ours("limit", limit.attributes());
            }
            if (!step.fields().isEmpty()) {
                xml.openOurs("form");
                for (var field : step.fields().entrySet()) {
                    xml.ours("field", Map.of("name", field.getKey(), "access", field.getValue()));
                }
                xml.close();
            }
            xml.close();
        }
        xml.close();
    }

    private static Map<String, String> attributes(Step step) {
        var ours = new LinkedHashMap<String, String>();
        ours.put("kind", step.approval() ? "approval" : "work");
        ours.put("mode", step.mode());
        if (step.threshold() != null) {
            ours.put("threshold", step.threshold());
        }
        if (step.returns()) {
            ours.put("reject", "return");
        }
        ours.putAll(step.settings());
        return ours;
    }

    private void fork(Fork fork) throws XMLStreamException {
        var attributes = named(fork.id(), fork.name());
        fork.branches().stream()
                .filter(branch -> branch.isOtherwise(fork))
                .findFirst()
                .ifPresent(branch -> attributes.put("default", branch.id()));
        xml.empty(fork.kind().element(), attributes, Map.of());
        for (var branch : fork.branches()) {
            sequence(branch.blocks());
        }
        xml.empty(fork.kind().element(), named(fork.end(), ""), Map.of());
    }

    /** Where a way comes from, and the branch that it begins. */
    private record Joint(String from, @Nullable Branch branch) {}

    private void connect(Joint begin, List<Block> blocks, String end) {
        var joint = begin;
        for (var block : blocks) {
            join(joint, block.id());
            if (block instanceof Fork fork) {
                fork.branches().forEach(branch -> connect(new Joint(fork.id(), branch), branch.blocks(), fork.end()));
            }
            joint = new Joint(block instanceof Fork fork ? fork.end() : block.id(), null);
        }
        join(joint, end);
    }

    private void join(Joint joint, String to) {
        var branch = joint.branch();
        flows.add(
                branch == null
                        ? new Flow(fresh(joint.from() + "-to-" + to), "", joint.from(), to, null)
                        : new Flow(branch.id(), branch.name(), joint.from(), to, branch.when()));
    }

    private String fresh(String wanted) {
        var id = wanted;
        for (var next = 2; !ids.add(id); next++) {
            id = wanted + "-" + next;
        }
        return id;
    }

    private void flow(Flow flow) throws XMLStreamException {
        var attributes = named(flow.id(), flow.name());
        attributes.put("sourceRef", flow.from());
        attributes.put("targetRef", flow.to());
        var when = flow.when();
        if (when == null || when.tests().isEmpty()) {
            xml.empty("sequenceFlow", attributes, Map.of());
        } else {
            xml.open("sequenceFlow", attributes, Map.of());
            xml.condition(when.feel());
            xml.close();
        }
    }
}
