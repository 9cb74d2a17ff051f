package zhangfa.flow;

import java.util.Objects;

/** The one process of a file; pools and their message flows around it are a drawing. */
final class ProcessElement {

    private ProcessElement() {}

    /** The element of the process; where faults were added, any element. */
    static Xml of(Xml definitions, Faults faults) {
        if (!definitions.is(Xml.BPMN, "definitions")) {
            faults.add(definitions, "not-bpmn", "The root element is not definitions of BPMN 2.0");
            return definitions;
        }
        var processes = definitions.children(Xml.BPMN, "process").toList();
        if (processes.isEmpty()) {
            faults.add(definitions, "no-process", "There is no process in the file");
            return definitions;
        }
        processes.stream()
                .skip(1)
                .forEach(more -> faults.add(more, "two-processes", "A file holds one process, this is another"));
        var process = processes.getFirst();
        if (Objects.requireNonNullElse(process.attribute("id"), "").isBlank()) {
            faults.add(process, "no-id", "The process has no id, which is its key");
        }
        return process;
    }

    static FlowProcess describe(Xml process) {
        var key = Objects.requireNonNull(process.attribute("id"));
        var name = Objects.requireNonNullElse(process.attribute("name"), "").strip();
        return new FlowProcess(
                key, name.isEmpty() ? key : name, StepReading.guide(process), process.attributes(Xml.ZHANGFA));
    }
}
