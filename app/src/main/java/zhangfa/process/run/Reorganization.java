package zhangfa.process.run;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.job.Daily;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.job.Jobs;
import zhangfa.organization.OrganizationChanged;

/**
 * Asks for the people of open tasks again half an hour after the last change of the organisation, and each morning, as posts begin and end by
 * date. Each case in a transaction of its own, so whatever was done meanwhile stands.
 */
@Component
class Reorganization implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Reorganization.class);
    private static final String KIND = "process.restaffing";

    /** What is put right meanwhile moves nobody's tasks to and fro. */
    private static final Duration SETTLING = Duration.ofMinutes(30);

    private static final LocalTime MORNING = LocalTime.of(0, 10);
    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final CaseRows rows;
    private final Runs runs;
    private final Restaffing restaffing;
    private final Commits commits;
    private final TransactionTemplate anew;

    Reorganization(
            JdbcClient jdbc,
            Jobs jobs,
            CaseRows rows,
            Runs runs,
            Restaffing restaffing,
            Commits commits,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.rows = rows;
        this.runs = runs;
        this.restaffing = restaffing;
        this.commits = commits;
        this.anew = new TransactionTemplate(transactions);
        this.anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Bean
    static Daily peopleOfTheMorning(Reorganization reorganization) {
        return new Daily("process.restaffing-daily", MORNING, reorganization::look);
    }

    /** One job, however many changes an import makes; after the commit, so that they do not wait for one another. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(OrganizationChanged change) {
        anew.executeWithoutResult(
                status -> jobs.schedule(new Job(KIND, "all", runs.now().plus(SETTLING), "")));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        look();
    }

    private void look() {
        var last = new UUID(0, 0);
        for (var page = next(last); !page.isEmpty(); page = next(last)) {
            page.forEach(this::ask);
            last = page.getLast();
        }
    }

    private List<UUID> next(UUID last) {
        return jdbc.sql("select case_id from process.running where case_id > ? order by case_id limit ?")
                .params(last, PAGE)
                .query((row, number) -> row.getObject("case_id", UUID.class))
                .list();
    }

    /** A case that cannot be asked about must not keep the others from it; the next change, or morning, asks again. */
    private void ask(UUID id) {
        try {
            rows.find(id).filter(this::isConcerned).ifPresent(row -> move(id));
        } catch (RuntimeException failed) {
            LOG.warn("The people of case {} cannot be asked for again", id, failed);
        }
    }

    private boolean isConcerned(CaseRow row) {
        return row.state().isRunning()
                && !restaffing
                        .changes(runs.of(row, Run.Said.byNobody(runs.now())))
                        .isEmpty();
    }

    private void move(UUID id) {
        commits.once(null, () -> {
            rows.lock(id).filter(row -> row.state().isRunning()).ifPresent(row -> {
                var run = runs.of(row, Run.Said.byNobody(runs.now()));
                var changes = restaffing.changes(run);
                if (!changes.isEmpty()) {
                    changes.forEach(run::apply);
                    commits.go(run, null);
                }
            });
            return id;
        });
    }
}
