package zhangfa.work.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import zhangfa.work.plan.Block.Step;

/** Reads a user task as a step. */
final class StepElement {

    /** Says what cannot be shown. */
    interface Refusing {
        void refuse(Element element, String reason, String what);
    }

    private static final Set<String> SHOWN = Set.of("kind", "mode", "threshold", "reject");
    private static final Set<String> KNOWN =
            Set.of("kind", "mode", "threshold", "reject", "empty", "apart-from", "action");
    private static final Set<String> MODES = Set.of("any", "all", "sequence", "ratio", "weighted");

    private final Element task;
    private final Refusing refusing;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private Who who = Who.NOBODY;
    private @Nullable TimeLimit limit;

    StepElement(Element task, Refusing refusing) {
        this.task = task;
        this.refusing = refusing;
    }

    Step read() {
        Tree.strangers(task, Set.of("id", "name"), KNOWN).forEach(stranger -> refuse("attribute", stranger));
        for (var child : Tree.children(task)) {
            if (Tree.isBpmn(child, "extensionElements")) {
                Tree.children(child).forEach(this::extension);
            } else if (!Tree.isWiring(child) && !Tree.isBpmn(child, "documentation")) {
                refuse("element", child.getLocalName());
            }
        }
        var mode = ours("mode", "any");
        if (!MODES.contains(mode) || mode.equals("weighted")) {
            refuse("attribute", "mode=" + mode);
        }
        var threshold = ours("threshold", "");
        return new Step(
                task.getAttribute("id"),
                task.getAttribute("name"),
                ours("kind", "work").equals("approval"),
                who,
                mode,
                threshold.isEmpty() ? null : threshold,
                ours("reject", "end").equals("return"),
                limit,
                fields,
                Tree.documentation(task),
                Tree.ours(task, SHOWN));
    }

    private void extension(Element extension) {
        var attributes = new LinkedHashMap<String, String>();
        Tree.attributes(extension).forEach(attribute -> attributes.put(attribute.getName(), attribute.getValue()));
        var kind = Elements.OURS.equals(extension.getNamespaceURI()) ? extension.getLocalName() : "";
        if (kind.equals("assignment") && who.isNobody()) {
            who = assignment(attributes);
        } else if (kind.equals("limit") && limit == null && new TimeLimit(attributes).isShown()) {
            limit = new TimeLimit(attributes);
        } else if (kind.equals("form") && attributes.isEmpty()) {
            Tree.children(extension).forEach(this::field);
        } else {
            refuse("extension", extension.getLocalName());
        }
    }

    private Who assignment(Map<String, String> attributes) {
        var parameters = new LinkedHashMap<>(attributes);
        var strategy = parameters.remove("strategy");
        var read = new Who(strategy == null ? "" : strategy, parameters);
        if (!read.isShown()) {
            refuse("assignment", read.strategy());
        }
        return read;
    }

    private void field(Element field) {
        if (field.getLocalName().equals("field")) {
            fields.put(field.getAttribute("name"), field.getAttribute("access"));
        } else {
            refuse("extension", field.getLocalName());
        }
    }

    private String ours(String name, String otherwise) {
        var value = task.getAttributeNS(Elements.OURS, name);
        return value.isEmpty() ? otherwise : value;
    }

    private void refuse(String reason, String what) {
        refusing.refuse(task, reason, what);
    }
}
