package zhangfa.process.web;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.journal.Entry;
import zhangfa.process.CaseFile;
import zhangfa.process.Reading.Expected;
import zhangfa.process.TaskItem;

/** The shapes of the contract: people by username, ids as they are. */
@Component
class Shapes {

    private final Accounts accounts;
    private final Words words;
    private final JsonMapper json;
    private final Clock clock;

    Shapes(Accounts accounts, Words words, JsonMapper json, Clock clock) {
        this.accounts = accounts;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    Map<String, @Nullable Object> task(TaskItem task) {
        var of = task.of();
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("id", task.id());
        shape.put("case", Map.of("id", of.id(), "number", of.number(), "title", of.title(), "process", of.process()));
        shape.put("step", task.step());
        shape.put("name", name(task));
        shape.put("assignees", people(task.seats()));
        shape.put("on_behalf_of", behalf(task));
        shape.put("claimed_by", person(task.claimedBy()));
        shape.put("created_at", task.createdAt());
        shape.put("due_at", task.dueAt());
        shape.put(
                "overdue", task.isOpen() && task.dueAt() != null && task.dueAt().isBefore(clock.instant()));
        shape.put("kind", task.kind());
        shape.put("status", task.isOpen() ? "open" : "closed");
        shape.put("accountable", person(task.accountable()));
        shape.put("actions", task.actions());
        shape.put("form", task.form());
        shape.put("schema", task.schema());
        shape.put("permissions", task.permissions());
        if (task.closed() != null) {
            shape.put("closed_at", task.closed().at());
            shape.put("closed_by", person(task.closed().by()));
            shape.put("closing", task.closed().how());
            shape.put("comment", task.closed().comment());
        }
        return shape;
    }

    /** A list tells what stands in the case itself, not its tasks. */
    Map<String, @Nullable Object> listed(CaseFile file) {
        var shape = caseFile(file);
        shape.remove("tasks");
        return shape;
    }

    Map<String, @Nullable Object> caseFile(CaseFile file) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("id", file.id());
        shape.put("number", file.number());
        shape.put("process", file.process());
        shape.put("version", file.version());
        shape.put("title", file.title());
        shape.put("status", file.status());
        shape.put("started_by", person(file.startedBy()));
        shape.put("started_at", file.startedAt());
        shape.put("ended_at", file.endedAt());
        shape.put("outcome", file.isRunning() ? null : file.status());
        shape.put("form", file.form());
        shape.put("facts", file.facts());
        shape.put("tasks", file.openTasks().stream().map(this::task).toList());
        return shape;
    }

    /** An entry as somebody may read it who sees only these fields of the form. */
    Map<String, @Nullable Object> entry(Entry entry, String activityName, Set<String> seen) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("seq", entry.seq());
        shape.put("at", entry.at());
        shape.put("actor", person(entry.actor()));
        shape.put("on_behalf_of", person(entry.onBehalfOf()));
        shape.put("kind", entry.kind());
        shape.put("activity", entry.activity());
        shape.put("activity_name", activityName.isEmpty() ? null : activityName);
        shape.put("lifecycle", entry.lifecycle());
        shape.put("data", entry.data() == null ? null : content(entry.data(), seen));
        shape.put("hash", entry.hash().hex());
        return shape;
    }

    private JsonNode content(String data, Set<String> seen) {
        var content = json.readTree(data);
        if (content.path("form") instanceof ObjectNode form) {
            form.retain(seen);
        }
        return content;
    }

    Map<String, @Nullable Object> expected(Expected step) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("step", step.step());
        shape.put("name", step.name());
        shape.put("participants", people(step.people()));
        shape.put("decision_mode", step.mode());
        shape.put("due", null);
        shape.put("open", step.open());
        shape.put("certain", step.certain());
        return shape;
    }

    String name(TaskItem task) {
        return task.name() == null ? words.say("{process.step.initiator}") : task.name();
    }

    /** Each deputy, by username, with whomever they act for. */
    private Map<String, @Nullable String> behalf(TaskItem task) {
        var behalf = new LinkedHashMap<String, @Nullable String>();
        task.behalf().forEach((deputy, principal) -> {
            var name = person(deputy);
            if (name != null) {
                behalf.put(name, person(principal));
            }
        });
        return behalf;
    }

    private List<String> people(Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> accounts.withId(id).stream())
                .map(Account::username)
                .toList();
    }

    @Nullable
    String person(@Nullable UUID id) {
        return id == null ? null : accounts.withId(id).map(Account::username).orElse(null);
    }
}
