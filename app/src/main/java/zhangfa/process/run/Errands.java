package zhangfa.process.run;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.Wait;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.process.FlowError;

/**
 * Carries out actions of modules that belong after the transaction: outside any, again while they fail, under one key. What
 * came of it goes into the case by a command; failing for good is an incident on the case, and trying again a new errand.
 */
@Component
class Errands implements JobHandler {

    static final String KIND = "process.action";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A service task that waits for its action. */
    record Errand(UUID caseId, int visit) {

        String id() {
            return caseId + "/" + visit;
        }

        /** The same for every attempt, also after an incident. */
        UUID key() {
            return UUID.nameUUIDFromBytes(id().getBytes(StandardCharsets.UTF_8));
        }
    }

    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;
    private final Actions actions;

    Errands(CaseRows rows, Runs runs, Commits commits, Actions actions) {
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
        this.actions = actions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        var errand = JSON.readValue(job.data(), Errand.class);
        var row = rows.find(errand.caseId());
        var wait = row.flatMap(found -> pending(found, errand));
        if (row.isEmpty() || wait.isEmpty()) {
            return;
        }
        var run = runs.of(row.get(), Run.Said.byNobody(runs.now()));
        try {
            var facts = actions.call(
                    run.action(wait.get()), run.moment(errand.key(), wait.get().node(), null));
            report(errand, after -> finish(after, errand, facts));
        } catch (FlowError error) {
            report(
                    errand,
                    after -> after.apply(new FlowCommand.Throw(
                            after.said().command(),
                            after.said().at(),
                            after.said().by(),
                            errand.visit(),
                            error.code())));
        } catch (Refusal refusal) {
            fail(errand, refusal.detail());
        }
    }

    /** The case is the better place for it. */
    @Override
    public boolean keeps(Job job, String trouble) {
        fail(JSON.readValue(job.data(), Errand.class), trouble);
        return true;
    }

    private void fail(Errand errand, String message) {
        report(
                errand,
                run -> run.apply(new FlowCommand.Fail(
                        run.said().command(), run.said().at(), run.said().by(), errand.visit(), message)));
    }

    private static void finish(Run run, Errand errand, Map<String, Object> facts) {
        run.learn(facts);
        run.apply(new FlowCommand.Finish(
                run.said().command(), run.said().at(), run.said().by(), errand.visit()));
    }

    /** Unless the case has gone on without it meanwhile. */
    private void report(Errand errand, Consumer<Run> what) {
        commits.once(null, () -> {
            rows.lock(errand.caseId())
                    .filter(row -> pending(row, errand).isPresent())
                    .ifPresent(row -> {
                        var run = runs.of(row, Run.Said.byNobody(runs.now()));
                        what.accept(run);
                        commits.go(run, null);
                    });
            return errand.caseId();
        });
    }

    private static Optional<Wait> pending(CaseRow row, Errand errand) {
        return row.state().pendingActions().stream()
                .filter(wait -> wait.number() == errand.visit())
                .findFirst();
    }
}
