package zhangfa.work.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Fork;

/** Reads a model as a plan, or names every element of it that a plan cannot show. Nothing of a model is left out silently. */
public final class PlanReading {

    /**
     * An element that a plan cannot show.
     *
     * @param element its id; the kind of element where it has none
     * @param reason which kind of reason, the last part of a message key
     * @param what the kind of element, or the attribute, that is not shown
     */
    public record Unshown(String element, String name, String reason, String what) {}

    /** What came of reading: a plan, or why there is none. */
    public record Answer(@Nullable Plan plan, List<Unshown> unshown) {}

    private static final Set<String> PROCESS = Set.of(
            "level",
            "category",
            "parent",
            "owner",
            "last-resort",
            "on-submit",
            "on-end",
            "same-approver",
            "number",
            "version-tag");
    private static final Map<String, Fork.Kind> FORKS = Map.of(
            "exclusiveGateway", Fork.Kind.CHOICE,
            "inclusiveGateway", Fork.Kind.SEVERAL,
            "parallelGateway", Fork.Kind.PARALLEL);

    private record Flow(
            String id,
            String name,
            String from,
            String to,
            @Nullable Condition when) {}

    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Set<Unshown> unshown = new LinkedHashSet<>();
    private final Set<String> walked = new LinkedHashSet<>();

    private PlanReading() {}

    /**
     * Reads a model that the kernel has read, or one that is not finished.
     *
     * @throws IllegalArgumentException where the text is no XML, which nobody says of a model that the kernel has read
     */
    public static Answer read(String bpmn) {
        var reading = new PlanReading();
        var plan = reading.definitions(Tree.of(bpmn));
        return new Answer(reading.unshown.isEmpty() ? plan : null, List.copyOf(reading.unshown));
    }

    /** The id of the process that a file describes; null where it is no model at all. */
    public static @Nullable String key(String bpmn) {
        try {
            return Tree.children(Tree.of(bpmn)).stream()
                    .filter(child -> Tree.isBpmn(child, "process"))
                    .map(process -> process.getAttribute("id"))
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private @Nullable Plan definitions(Element definitions) {
        Element process = null;
        for (var child : Tree.children(definitions)) {
            if (Tree.isBpmn(child, "process") && process == null) {
                process = child;
            } else if (!child.getLocalName().equals("BPMNDiagram")) {
                refuse(child, "element", child.getLocalName());
            }
        }
        return process == null ? null : process(process);
    }

    private @Nullable Plan process(Element process) {
        allow(process, Set.of("id", "name", "isExecutable", "processType", "isClosed"), PROCESS);
        for (var child : Tree.children(process)) {
            switch (child.getLocalName()) {
                case "documentation" -> {}
                case "sequenceFlow" -> flow(child);
                case "startEvent",
                        "endEvent",
                        "userTask",
                        "serviceTask",
                        "exclusiveGateway",
                        "inclusiveGateway",
                        "parallelGateway" -> nodes.put(child.getAttribute("id"), child);
                default -> refuse(child, "element", child.getLocalName());
            }
        }
        return plan(process);
    }

    private @Nullable Plan plan(Element process) {
        var start = only(process, "startEvent");
        var end = only(process, "endEvent");
        if (start.isEmpty() || end.isEmpty()) {
            return null;
        }
        var begin = start.get().getAttribute("id");
        walked.add(begin);
        var out = leaving(begin);
        var way = out.size() == 1 ? walk(out.getFirst().to()) : new Way(List.of(), begin);
        if (!way.stop().equals(end.get().getAttribute("id"))) {
            refuse(nodes.get(way.stop()), "way", "");
        }
        walked.add(way.stop());
        nodes.values().stream()
                .filter(node -> !walked.contains(node.getAttribute("id")))
                .forEach(node -> refuse(node, "way", ""));
        return new Plan(
                process.getAttribute("id"),
                process.getAttribute("name"),
                Tree.documentation(process),
                Tree.ours(process, Set.of()),
                point(start.get()),
                point(end.get()),
                way.blocks());
    }

    private Optional<Element> only(Element process, String local) {
        var found = nodes.values().stream()
                .filter(node -> node.getLocalName().equals(local))
                .toList();
        if (found.isEmpty()) {
            refuse(process, "missing", local);
        }
        found.stream().skip(1).forEach(more -> refuse(more, "second", local));
        return found.stream().findFirst();
    }

    private Plan.Point point(Element event) {
        plain(event, Set.of("id", "name"), Set.of());
        return new Plan.Point(event.getAttribute("id"), event.getAttribute("name"));
    }

    private void flow(Element flow) {
        allow(flow, Set.of("id", "name", "sourceRef", "targetRef", "isImmediate"), Set.of());
        Condition when = null;
        for (var child : Tree.children(flow)) {
            if (child.getLocalName().equals("conditionExpression")) {
                var feel = child.getTextContent().strip();
                when = Condition.read(feel).orElse(null);
                if (when == null) {
                    refuse(flow, "condition", feel);
                }
            } else {
                refuse(flow, "element", child.getLocalName());
            }
        }
        flows.add(new Flow(
                flow.getAttribute("id"),
                flow.getAttribute("name"),
                flow.getAttribute("sourceRef"),
                flow.getAttribute("targetRef"),
                when));
    }

    /** What lies on a way, and the element before which it stops: where ways come together, or the end. */
    private record Way(List<Block> blocks, String stop) {}

    private Way walk(String first) {
        var blocks = new ArrayList<Block>();
        var at = first;
        while (true) {
            var node = nodes.get(at);
            if (node == null || entering(at) > 1 || node.getLocalName().equals("endEvent") || !walked.add(at)) {
                return new Way(blocks, at);
            }
            var last = at;
            if (leaving(at).size() > 1) {
                var fork = fork(node);
                if (fork == null) {
                    return new Way(blocks, at);
                }
                blocks.add(fork);
                last = fork.end();
            } else {
                blocks.add(block(node));
            }
            var out = leaving(last);
            if (out.size() != 1) {
                return new Way(blocks, last);
            }
            at = out.getFirst().to();
        }
    }

    private @Nullable Fork fork(Element gateway) {
        var kind = FORKS.get(gateway.getLocalName());
        var id = gateway.getAttribute("id");
        if (kind == null) {
            refuse(gateway, "ways-out", "");
            return null;
        }
        plain(gateway, Set.of("id", "name", "default", "gatewayDirection"), Set.of());
        var branches = new ArrayList<Branch>();
        var ends = new LinkedHashSet<String>();
        var otherwise = gateway.getAttribute("default");
        for (var flow : leaving(id)) {
            var way = walk(flow.to());
            ends.add(way.stop());
            branches.add(new Branch(flow.id(), flow.name(), when(kind, flow, otherwise), way.blocks()));
        }
        var end = nodes.get(ends.iterator().next());
        if (ends.size() > 1
                || end == null
                || !end.getLocalName().equals(gateway.getLocalName())
                || entering(end.getAttribute("id")) != branches.size()
                || leaving(end.getAttribute("id")).size() != 1) {
            refuse(gateway, "together", "");
            return null;
        }
        plain(end, Set.of("id", "gatewayDirection"), Set.of());
        walked.add(end.getAttribute("id"));
        return new Fork(id, gateway.getAttribute("name"), kind, end.getAttribute("id"), inOrder(branches));
    }

    /** The one that is taken where no condition holds is told last. */
    private static List<Branch> inOrder(List<Branch> branches) {
        var ordered = new ArrayList<>(branches);
        ordered.sort((one, other) -> Boolean.compare(one.when() == null, other.when() == null));
        return List.copyOf(ordered);
    }

    private @Nullable Condition when(Fork.Kind kind, Flow flow, String otherwise) {
        var isOtherwise = flow.id().equals(otherwise);
        if ((isOtherwise || !kind.isConditional()) && flow.when() != null) {
            refuse(nodes.get(flow.from()), "condition", flow.id());
        }
        if (isOtherwise || !kind.isConditional()) {
            return null;
        }
        return flow.when() == null ? Condition.UNSAID : flow.when();
    }

    private Block block(Element node) {
        var id = node.getAttribute("id");
        var name = node.getAttribute("name");
        if (node.getLocalName().equals("userTask")) {
            return new StepElement(node, this::refuse).read();
        }
        if (!PlanWriting.COPY.equals(node.getAttributeNS(Elements.OURS, "action"))) {
            refuse(node, "element", node.getLocalName());
        }
        plain(node, Set.of("id", "name"), Set.of("action", "copy-to"));
        return new Copy(id, name, Tree.listed(node.getAttributeNS(Elements.OURS, "copy-to")));
    }

    /** One that has nothing inside. */
    private void plain(Element node, Set<String> attributes, Set<String> ours) {
        allow(node, attributes, ours);
        Tree.children(node).stream()
                .filter(child -> !Tree.isWiring(child))
                .forEach(child -> refuse(node, "element", child.getLocalName()));
    }

    private List<Flow> leaving(String id) {
        return flows.stream().filter(flow -> flow.from().equals(id)).toList();
    }

    private long entering(String id) {
        return flows.stream().filter(flow -> flow.to().equals(id)).count();
    }

    private void allow(Element element, Set<String> attributes, Set<String> ours) {
        Tree.strangers(element, attributes, ours).forEach(stranger -> refuse(element, "attribute", stranger));
    }

    private void refuse(@Nullable Element element, String reason, String what) {
        if (element != null) {
            var id = element.getAttribute("id");
            unshown.add(new Unshown(
                    id.isEmpty() ? element.getLocalName() : id, element.getAttribute("name"), reason, what));
        }
    }
}
