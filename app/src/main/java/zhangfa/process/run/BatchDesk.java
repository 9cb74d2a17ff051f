package zhangfa.process.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.process.Batch;
import zhangfa.process.Cases;
import zhangfa.process.Cases.Deed;
import zhangfa.process.Insight;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;

/** Where many tasks are decided on one after another. */
@Component
class BatchDesk implements Batch {

    private static final int MOST = 100;
    private static final Set<String> AGREEING = Set.of("approve", "complete");
    private static final Set<String> ACTIONS = Set.of("approve", "complete", "reject", "claim");

    private final Cases cases;
    private final Reading reading;
    private final List<Insight> insights;

    BatchDesk(Cases cases, Reading reading, List<Insight> insights) {
        this.cases = cases;
        this.reading = reading;
        this.insights = insights;
    }

    @Override
    public List<Answer> act(
            Account who, List<UUID> tasks, String action, @Nullable String comment, @Nullable UUID command) {
        if (!ACTIONS.contains(action)) {
            throw Refusal.notThere();
        }
        if (tasks.isEmpty() || tasks.size() > MOST) {
            throw Refusal.invalid("/tasks", tasks.isEmpty() ? "{form.required}" : "{form.maxItems|" + MOST + "}");
        }
        return tasks.stream()
                .distinct()
                .map(task -> one(who, task, action, comment, command))
                .toList();
    }

    private Answer one(Account who, UUID task, String action, @Nullable String comment, @Nullable UUID command) {
        TaskItem seen = null;
        try {
            seen = reading.task(who, task);
            var warnings = AGREEING.contains(action) && seen.isOpen() ? warnings(seen) : 0;
            if (warnings > 0) {
                throw Refusal.conflict("{process.batch.look|" + warnings + "}");
            }
            var own = command == null ? null : UUID.nameUUIDFromBytes((command + "/" + task).getBytes(UTF_8));
            cases.act(who, task, new Deed(action, Map.of(), comment, null, List.of(), null, null, own));
            return new Answer(task, reading.task(who, task), null);
        } catch (Refusal refusal) {
            return new Answer(task, seen, refusal);
        }
    }

    private long warnings(TaskItem task) {
        var of = task.of();
        return insights.stream()
                .filter(insight -> insight.speaksOf(of.process()))
                .flatMap(insight -> insight.about(of.id(), task.form(), of.facts()).stream())
                .filter(finding -> finding.level().equals("warn"))
                .count();
    }
}
