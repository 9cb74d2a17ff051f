package zhangfa.work.design;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Keying;
import zhangfa.api.PlainText;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.identity.Account;
import zhangfa.journal.Happening;
import zhangfa.journal.Journal;
import zhangfa.organization.Organization;
import zhangfa.process.Processes;
import zhangfa.work.design.Design.Content;
import zhangfa.work.plan.Plan;

/** Where processes are drawn: begun, changed edition by edition, undone, published or given up. */
@Component
@Transactional
public class DesignDesk {

    private static final int LONGEST_NAME = 60;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Designs designs;
    private final Processes processes;
    private final Findings findings;
    private final Organization organization;
    private final Journal journal;
    private final Clock clock;

    DesignDesk(
            Designs designs,
            Processes processes,
            Findings findings,
            Organization organization,
            Journal journal,
            Clock clock) {
        this.designs = designs;
        this.processes = processes;
        this.findings = findings;
        this.organization = organization;
        this.journal = journal;
        this.clock = clock;
    }

    public List<Design> all() {
        return designs.all();
    }

    public Set<String> keys() {
        return designs.all().stream().map(Design::process).collect(Collectors.toSet());
    }

    public Design find(String process) {
        return designs.find(process).orElseThrow(Refusal::notThere);
    }

    /** A new process under this name, with nothing in it. @return its key */
    public String begin(String name, Account who) {
        var said = name.strip();
        if (said.isEmpty() || said.length() > LONGEST_NAME || !PlainText.is(said)) {
            throw Refusal.invalid("/name", "{work.design.name|" + LONGEST_NAME + "}");
        }
        var taken = new HashSet<String>();
        processes.list().forEach(process -> taken.add(process.key().replace('-', '_')));
        designs.all().forEach(design -> taken.add(design.process().replace('-', '_')));
        var key = Keying.of(said, taken).replace('_', '-');
        var owner = organization
                .person(who.id())
                .map(person -> Map.of("owner", "person:" + person.username()))
                .orElse(Map.of());
        var content = Content.of(Plan.empty(key, said, owner), null);
        if (!designs.begin(key, content, null, null, List.of(), who.id())) {
            throw Refusal.conflict("{work.design.changed-meanwhile}");
        }
        note(key, "design_begun", Map.of("name", said), who);
        return key;
    }

    /** A new process as it was drawn elsewhere; refused where there is one under its key already. */
    public void place(String key, Content content, Account who) {
        if (processes.find(key).isPresent() || !designs.begin(key, content, null, null, List.of(), who.id())) {
            throw Refusal.conflict("{work.template.in-use}");
        }
        note(key, "design_begun", Map.of("template", key), who);
    }

    /** Whether nothing stands against publishing it as it is. */
    public boolean isPublishable(String process) {
        return findings.of(find(process)).stream().noneMatch(Finding::hinders);
    }

    /** Puts a published process onto the board, where it does not lie there already. */
    public void open(String process, Account who) {
        var source = processes.source(process).orElseThrow(Refusal::notThere);
        var version = processes.find(process).orElseThrow(Refusal::notThere).version();
        var content = new Content(source.bpmn(), source.form());
        if (designs.begin(process, content, version, source.guide(), source.articles(), who.id())) {
            note(process, "design_begun", Map.of("version", version), who);
        }
    }

    /** A new edition of what this revision shows. */
    public void change(String process, int revision, Content content, Account who) {
        var design = find(process);
        if (design.holds(content) && design.revision() == revision) {
            return;
        }
        turn(design, revision, design.edition() + 1, who);
        designs.keep(process, design.edition() + 1, content, who.id());
    }

    public void undo(String process, int revision, Account who) {
        var design = find(process);
        if (design.isUndoable()) {
            turn(design, revision, design.edition() - 1, who);
        }
    }

    public void redo(String process, int revision, Account who) {
        var design = find(process);
        if (design.isRedoable()) {
            turn(design, revision, design.edition() + 1, who);
        }
    }

    private void turn(Design design, int revision, int edition, Account who) {
        if (!designs.turnTo(design.process(), revision, edition, who.id())) {
            throw Refusal.conflict("{work.design.changed-meanwhile}");
        }
    }

    /** Gives the design up; what was published of the process stays. */
    public void discard(String process, int revision, Account who) {
        take(process, revision);
        note(process, "design_discarded", Map.of(), who);
    }

    /** New cases go by it from now on. @return the version that it became */
    public int publish(String process, int revision, Account who) {
        var design = find(process);
        var against = findings.of(design).stream().filter(Finding::hinders).toList();
        if (!against.isEmpty()) {
            throw Refusal.invalid(against.stream()
                    .map(finding -> new Fault(finding.element(), finding.words()))
                    .toList());
        }
        take(process, revision);
        var version = processes.handIn(design.draft(), true, who.id()).version();
        note(process, "process_published", Map.of("version", version), who);
        return version;
    }

    private void take(String process, int revision) {
        find(process);
        if (!designs.remove(process, revision)) {
            throw Refusal.conflict("{work.design.changed-meanwhile}");
        }
    }

    private void note(String process, String kind, Map<String, Object> data, Account who) {
        UUID actor = who.id();
        journal.append(
                "process",
                process,
                new Happening(clock.instant(), actor, null, kind, null, null, JSON.writeValueAsString(data)));
    }
}
