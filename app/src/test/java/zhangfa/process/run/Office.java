package zhangfa.process.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.flow.FlowIncident;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.journal.Entry;
import zhangfa.journal.Journal;
import zhangfa.process.CaseFile;
import zhangfa.process.Cases;
import zhangfa.process.Cases.Deed;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;

/** The demo company at work: processes are published, its people start cases and act on them, and somebody sees what came of it. */
@Component
public class Office {

    private static final String ROOT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
            %s
            </bpmn:definitions>
            """;

    private final Processes processes;
    private final Cases cases;
    private final Reading reading;
    private final Accounts accounts;
    private final Journal journal;
    private final CaseRows rows;
    private final CaseProofs proofs;

    Office(
            Processes processes,
            Cases cases,
            Reading reading,
            Accounts accounts,
            Journal journal,
            CaseRows rows,
            CaseProofs proofs) {
        this.processes = processes;
        this.cases = cases;
        this.reading = reading;
        this.accounts = accounts;
        this.journal = journal;
        this.rows = rows;
        this.proofs = proofs;
    }

    /** A file of these elements, in the usual namespaces. */
    public static String model(String elements) {
        return ROOT.formatted(elements);
    }

    /** Sequence flows along these nodes. */
    public static String flows(String... nodes) {
        var flows = new StringBuilder();
        for (int i = 1; i < nodes.length; i++) {
            flows.append("<bpmn:sequenceFlow id=\"%1$s-%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\"/>"
                    .formatted(nodes[i - 1], nodes[i]));
        }
        return flows.toString();
    }

    /** The key of what is published. */
    public String publish(String model, String... decisions) {
        var draft = new Processes.Draft(model, null, null, List.of(), List.of(decisions));
        return processes.handIn(draft, true, null).key();
    }

    public UUID start(String process, Map<String, Object> form) {
        return start("staff1", process, form);
    }

    public UUID start(String who, String process, Map<String, Object> form) {
        return cases.start(who(who), new Cases.Wish(process, form, null, null));
    }

    public void act(String who, UUID id, String action) {
        act(who, id, action, Map.of());
    }

    /** On the first open task that is theirs. */
    public void act(String who, UUID id, String action, Map<String, Object> form) {
        cases.act(who(who), task(who, id), new Deed(action, form, null, null, List.of(), null, null, null));
    }

    /** The first open task of a case that is this person's. */
    public UUID task(String who, UUID id) {
        return file(id).openTasks().stream()
                .filter(task -> task.seats().contains(who(who).id()))
                .map(TaskItem::id)
                .findFirst()
                .orElseThrow();
    }

    public CaseFile file(UUID id) {
        return reading.caseFile(who("inspector1"), id);
    }

    public String status(UUID id) {
        return file(id).status();
    }

    /** Where the case has open tasks. */
    public List<String> steps(UUID id) {
        return file(id).openTasks().stream().map(TaskItem::step).toList();
    }

    /** By username, whom its open tasks ask. */
    public List<String> seats(UUID id) {
        return file(id).openTasks().stream()
                .flatMap(task -> task.seats().stream())
                .map(person -> accounts.withId(person).orElseThrow().username())
                .toList();
    }

    /** What stops the case. */
    public List<String> incidents(UUID id) {
        return row(id).state().incidents().stream().map(FlowIncident::message).toList();
    }

    /** What its journal says happened. */
    public List<String> kinds(UUID id) {
        return journal.of(id, 0, 200).stream().map(Entry::kind).toList();
    }

    public Account who(String username) {
        return accounts.named(username).orElseThrow();
    }

    /** As its row stands. */
    CaseRow row(UUID id) {
        return rows.find(id).orElseThrow();
    }

    /** Whether the stored state is the fold of the journal. */
    public boolean isProven(UUID id) {
        return proofs.examine().problems().stream().noneMatch(problem -> problem.contains(id.toString()));
    }
}
