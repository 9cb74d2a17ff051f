package zhangfa.process.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.flow.CommandRefused;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowMigration;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.process.Migrations.Plan;
import zhangfa.process.Migrations.Progress;
import zhangfa.process.definition.Definitions;

/**
 * Takes the cases of a migration over, each in a transaction of its own, and keeps why the others stay. After a crash it goes
 * on with those that still run by the old version.
 */
@Component
class Migrating implements JobHandler {

    static final String KIND = "process.migration";

    private final MigrationRows migrations;
    private final CaseRows rows;
    private final Definitions definitions;
    private final Runs runs;
    private final Commits commits;

    Migrating(MigrationRows migrations, CaseRows rows, Definitions definitions, Runs runs, Commits commits) {
        this.migrations = migrations;
        this.rows = rows;
        this.definitions = definitions;
        this.runs = runs;
        this.commits = commits;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        var id = UUID.fromString(job.id());
        var plan = migrations.plan(id);
        var progress = migrations.progress(id, null).getFirst();
        var migration = MigrationDesk.way(plan, definitions);
        var last = new UUID(0, 0);
        for (var page = migrations.next(plan, last); !page.isEmpty(); page = migrations.next(plan, last)) {
            for (var caseId : page) {
                last = caseId;
                move(progress, plan, migration, caseId);
            }
        }
        migrations.finish(id, runs.now());
    }

    private void move(Progress progress, Plan plan, FlowMigration migration, UUID caseId) {
        var command = UUID.nameUUIDFromBytes((progress.id() + "/" + caseId).getBytes(StandardCharsets.UTF_8));
        commits.once(command, () -> {
            rows.lock(caseId)
                    .filter(row -> row.version() == plan.from() && !row.state().isEnded())
                    .ifPresent(row -> migrations.keep(progress.id(), caseId, moved(progress, row, migration, command)));
            return caseId;
        });
    }

    /** Why it stays; empty where it has gone over. */
    private List<String> moved(Progress progress, CaseRow row, FlowMigration migration, UUID command) {
        var reasons = MigrationDesk.reasons(migration, row);
        if (!reasons.isEmpty()) {
            return reasons;
        }
        var next = definitions.version(row.process(), progress.to());
        var run = runs.of(row, next, new Run.Said(command, runs.now(), progress.by(), progress.reason(), Map.of()));
        try {
            run.apply(
                    new FlowCommand.Migrate(command, run.said().at(), run.said().by(), migration));
        } catch (CommandRefused refused) {
            return List.of(Objects.requireNonNullElse(refused.getMessage(), "—"));
        }
        commits.go(run, command);
        run.events().stream()
                .filter(FlowEvent.CaseMigrated.class::isInstance)
                .map(event -> ((FlowEvent.CaseMigrated) event).renamed())
                .forEach(renamed -> migrations.rename(row.id(), renamed));
        return List.of();
    }
}
