package zhangfa.process.run;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.database.RoundTrip;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTimer;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.job.Jobs;

/**
 * Wakes a case when the next of its times has come: its people are warned or urged, somebody above is told, or the step is
 * decided, as its model says. One job for each case, moved along with its state; a job that comes too early is put off.
 */
@Component
class Alarm implements JobHandler {

    private static final String KIND = "process.timer";

    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;
    private final Jobs jobs;

    Alarm(CaseRows rows, Runs runs, Commits commits, Jobs jobs) {
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        commits.once(null, () -> {
            var id = UUID.fromString(job.id());
            rows.lock(id).ifPresent(this::fire);
            return id;
        });
    }

    private void fire(CaseRow row) {
        var now = runs.now();
        var run = runs.of(row, Run.Said.byNobody(now));
        row.state().timers().stream()
                .filter(timer ->
                        timer.isSet() && !Objects.requireNonNull(timer.due()).isAfter(now))
                .sorted(Comparator.comparing(timer -> Objects.requireNonNull(timer.due())))
                .map(FlowTimer::number)
                .forEach(run::fire);
        if (run.events().isEmpty()) {
            row.state()
                    .nextDue()
                    .ifPresent(due -> jobs.schedule(new Job(KIND, row.id().toString(), due, "")));
        } else {
            commits.go(run, null);
        }
    }

    /** Moves the alarm of a case along with its state, in the round trip that writes it. */
    static void follow(UUID id, FlowState before, FlowState after, RoundTrip trip) {
        var next = after.nextDue();
        if (next.equals(before.nextDue())) {
            return;
        }
        next.ifPresentOrElse(
                due -> Jobs.schedule(List.of(new Job(KIND, id.toString(), due, "")), trip),
                () -> Jobs.cancel(KIND, List.of(id.toString()), trip));
    }
}
