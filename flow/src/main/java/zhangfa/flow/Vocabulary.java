package zhangfa.flow;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which elements of BPMN 2.0.2 are executed, which are only drawn, and that every other one is refused by name. */
final class Vocabulary {

    static final Map<String, Node.Kind> NODES = Map.ofEntries(
            Map.entry("startEvent", Node.Kind.START),
            Map.entry("endEvent", Node.Kind.END),
            Map.entry("intermediateCatchEvent", Node.Kind.CATCH),
            Map.entry("intermediateThrowEvent", Node.Kind.THROW),
            Map.entry("receiveTask", Node.Kind.CATCH),
            Map.entry("sendTask", Node.Kind.THROW),
            Map.entry("eventBasedGateway", Node.Kind.RACE),
            Map.entry("boundaryEvent", Node.Kind.BOUNDARY),
            Map.entry("userTask", Node.Kind.STEP),
            Map.entry("manualTask", Node.Kind.STEP),
            Map.entry("serviceTask", Node.Kind.SERVICE),
            Map.entry("exclusiveGateway", Node.Kind.EXCLUSIVE),
            Map.entry("parallelGateway", Node.Kind.PARALLEL),
            Map.entry("inclusiveGateway", Node.Kind.INCLUSIVE),
            Map.entry("scriptTask", Node.Kind.SCRIPT),
            Map.entry("businessRuleTask", Node.Kind.SCRIPT),
            Map.entry("callActivity", Node.Kind.CALL),
            Map.entry("adHocSubProcess", Node.Kind.AD_HOC),
            Map.entry("subProcess", Node.Kind.SUB));

    /** Text, data and lanes change nothing about the way of a token. */
    private static final Set<String> DRAWN = Set.of(
            "documentation",
            "extensionElements",
            "laneSet",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "textAnnotation",
            "association",
            "group",
            "property",
            "ioSpecification",
            "dataInputAssociation",
            "dataOutputAssociation",
            "dataInput",
            "dataOutput",
            "inputSet",
            "outputSet",
            "auditing",
            "monitoring",
            "categoryValueRef",
            "incoming",
            "outgoing",
            "rendering");

    /** Code of other engines: left out silently, the process would be another one. */
    private static final Set<String> FOREIGN_CODE =
            Set.of("executionListener", "taskListener", "eventListener", "inputOutput", "connector", "taskExtensions");

    private static final Set<String> REPEATED =
            Set.of("multiInstanceLoopCharacteristics", "standardLoopCharacteristics");

    private static final Set<String> SCRIPT =
            Set.of("script", "multiInstanceLoopCharacteristics", "standardLoopCharacteristics");

    private final Faults faults;
    private final EventVocabulary events;
    private final Set<String> ids = new HashSet<>();

    Vocabulary(Set<Outside> outside, Faults faults) {
        this.faults = faults;
        this.events = new EventVocabulary(outside, faults);
    }

    /** Names every element in a process, or a sub-process of it, that is not executed. */
    void check(Xml scope) {
        code(scope);
        attributes(scope);
        for (var child : scope.children()) {
            if (NODES.containsKey(child.local()) && child.isIn(Xml.BPMN)) {
                node(child);
            } else if (child.is(Xml.BPMN, "sequenceFlow")) {
                inside(child, Set.of("conditionExpression"));
                code(child);
            } else if (!isDrawn(child) && !isAboutScope(scope, child)) {
                refuse(child);
            }
        }
        scope.children().forEach(this::id);
    }

    private static boolean isAboutScope(Xml scope, Xml child) {
        var ends = scope.local().equals("adHocSubProcess") && child.local().equals("completionCondition");
        return child.isIn(Xml.BPMN) && (ends || REPEATED.contains(child.local()));
    }

    private void node(Xml node) {
        switch (node.local()) {
            case "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent" ->
                events.check(node);
            case "serviceTask" -> service(node);
            case "sendTask", "receiveTask" -> {
                inside(node, REPEATED);
                events.carried(node, "message");
            }
            case "subProcess", "adHocSubProcess" -> {
                events.chosen(node);
                check(node);
                return;
            }
            case "scriptTask" -> inside(node, SCRIPT);
            case "callActivity" -> {
                inside(node, REPEATED);
                events.carried(node, "call");
                if (Objects.requireNonNullElse(node.attribute("calledElement"), "")
                        .isBlank()) {
                    faults.add(node, "no-process", "A call activity names in calledElement the process that it calls");
                }
            }
            case "userTask", "manualTask", "businessRuleTask" -> inside(node, REPEATED);
            default -> inside(node, Set.of());
        }
        code(node);
        attributes(node);
    }

    private void service(Xml node) {
        inside(node, REPEATED);
        if (Objects.requireNonNullElse(node.attributes(Xml.ZHANGFA).get("action"), "")
                .isBlank()) {
            faults.add(node, "no-action", "A service task names in zhangfa:action what is carried out");
        }
    }

    private void inside(Xml element, Set<String> allowed) {
        element.children().stream()
                .filter(child -> !isDrawn(child) && !(child.isIn(Xml.BPMN) && allowed.contains(child.local())))
                .forEach(this::refuse);
    }

    private void attributes(Xml node) {
        if ("true".equals(node.attribute("instantiate"))) {
            faults.add(node, "not-executed", "Only start events begin a case");
        }
        for (var quantity : Set.of("startQuantity", "completionQuantity")) {
            if (!Objects.requireNonNullElse(node.attribute(quantity), "1").equals("1")) {
                faults.add(node, "not-executed", quantity + " other than 1 is not executed");
            }
        }
        if (node.foreign("skipExpression") != null) {
            faults.add(node, "foreign-code", "skipExpression is not executed");
        }
    }

    private void code(Xml element) {
        element.children(Xml.BPMN, "extensionElements")
                .flatMap(Xml::descendants)
                .filter(extension -> Xml.OTHERS.stream().anyMatch(extension::isIn))
                .filter(extension -> FOREIGN_CODE.contains(extension.local()))
                .forEach(extension -> faults.add(
                        extension, "foreign-code", extension.local() + " of another engine is not executed"));
    }

    private void refuse(Xml element) {
        faults.add(element, "not-executed", "The element " + element.local() + " is not executed");
        element.children().stream()
                .filter(child -> child.isIn(Xml.BPMN) && child.attribute("id") != null)
                .filter(child -> !isDrawn(child) && !isKnown(child))
                .forEach(this::refuse);
    }

    private void id(Xml element) {
        var id = element.attribute("id");
        if (id != null && !ids.add(id)) {
            faults.add(element, "two-of-an-id", "The id " + id + " stands twice");
        }
    }

    private static boolean isKnown(Xml element) {
        return NODES.containsKey(element.local()) || element.local().equals("sequenceFlow");
    }

    private static boolean isDrawn(Xml element) {
        return element.isIn(Xml.BPMN) && DRAWN.contains(element.local());
    }
}
