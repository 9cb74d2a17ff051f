package zhangfa.process.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.flow.FlowMigration;
import zhangfa.identity.Account;
import zhangfa.job.Job;
import zhangfa.job.Jobs;
import zhangfa.process.Migrations;
import zhangfa.process.Ownership;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;

/** Where owners of processes take running cases over to another version: looked at first, then done by a job. */
@Component
class MigrationDesk implements Migrations {

    private static final int NAMED = 100;

    private final MigrationRows migrations;
    private final CaseRows rows;
    private final Definitions definitions;
    private final Ownership ownership;
    private final Runs runs;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    MigrationDesk(
            MigrationRows migrations,
            CaseRows rows,
            Definitions definitions,
            Ownership ownership,
            Runs runs,
            Jobs jobs,
            JdbcClient jdbc) {
        this.migrations = migrations;
        this.rows = rows;
        this.definitions = definitions;
        this.ownership = ownership;
        this.runs = runs;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    @Override
    public List<Version> versions(Account who, String process) {
        return migrations.versions(process, owned(who, process).version());
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(Account who, Plan plan) {
        owned(who, plan.process());
        var migration = way(plan);
        var blocked = new ArrayList<Blocked>();
        var total = 0L;
        var movable = 0L;
        var last = new UUID(0, 0);
        for (var page = migrations.next(plan, last); !page.isEmpty(); page = migrations.next(plan, last)) {
            for (var id : page) {
                last = id;
                total++;
                var reasons = rows.find(id).map(row -> reasons(migration, row)).orElse(List.of());
                if (reasons.isEmpty()) {
                    movable++;
                } else if (blocked.size() < NAMED) {
                    blocked.add(blocked(id, reasons));
                }
            }
        }
        return new Preview(total, movable, blocked);
    }

    private Blocked blocked(UUID id, List<String> reasons) {
        return jdbc.sql("select number, title from process.case where id = :id")
                .param("id", id)
                .query((row, number) -> new Blocked(id, row.getString("number"), row.getString("title"), reasons))
                .single();
    }

    /** Why a case cannot go over as it stands, each thing once. */
    static List<String> reasons(FlowMigration migration, CaseRow row) {
        return migration.obstacles(row.state()).stream()
                .map(obstacle -> obstacle.element() + ": " + obstacle.message())
                .distinct()
                .toList();
    }

    @Override
    @Transactional
    public UUID begin(Account who, Plan plan, String reason, @Nullable UUID command) {
        owned(who, plan.process());
        if (reason.isBlank()) {
            throw Refusal.invalid("/comment", "{form.required}");
        }
        way(plan);
        var id = command == null ? Keys.next() : command;
        migrations.insert(id, plan, reason.strip(), who.id(), runs.now());
        jobs.schedule(new Job(Migrating.KIND, id.toString(), runs.now(), ""));
        return id;
    }

    @Override
    public Progress progress(Account who, UUID migration) {
        return migrations.progress(migration, null).stream()
                .filter(one -> ownership.of(who.id()).contains(one.process()))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    @Override
    public List<Progress> latest(Account who, String process) {
        owned(who, process);
        return migrations.progress(null, process);
    }

    private Definition owned(Account who, String process) {
        var definition = definitions.current(process).orElseThrow(Refusal::notThere);
        if (!ownership.of(who.id()).contains(process)) {
            throw Refusal.notAllowed();
        }
        return definition;
    }

    /** From version to version, as the plan says. */
    private FlowMigration way(Plan plan) {
        var known = migrations.versions(plan.process(), plan.to()).stream()
                .map(Version::version)
                .toList();
        if (!known.contains(plan.from()) || plan.from() == plan.to()) {
            throw Refusal.invalid("/from", "{process.migration.version|" + plan.from() + "}");
        }
        if (!known.contains(plan.to())) {
            throw Refusal.invalid("/to", "{process.migration.version|" + plan.to() + "}");
        }
        return way(plan, definitions);
    }

    static FlowMigration way(Plan plan, Definitions definitions) {
        Map<String, String> overrides = new LinkedHashMap<>(plan.overrides());
        try {
            return FlowMigration.between(
                    definitions.version(plan.process(), plan.from()).model(),
                    definitions.version(plan.process(), plan.to()).model(),
                    overrides);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("/mapping", String.valueOf(unknown.getMessage()));
        }
    }
}
