package zhangfa.process.run;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowModel;
import zhangfa.identity.Account;
import zhangfa.process.CaseControl;

/** Where the owner of a process stops its cases, lets them go on, wakes them up and helps those that are stuck. */
@Component
class OwnerDesk implements CaseControl {

    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;

    OwnerDesk(CaseRows rows, Runs runs, Commits commits) {
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
    }

    @Override
    public void suspend(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command) {
        onCase(
                who,
                caseId,
                comment,
                command,
                run -> run.apply(new FlowCommand.Suspend(
                        run.said().command(), run.said().at(), run.said().by())));
    }

    @Override
    public void resume(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command) {
        onCase(
                who,
                caseId,
                comment,
                command,
                run -> run.apply(new FlowCommand.Resume(
                        run.said().command(), run.said().at(), run.said().by())));
    }

    /** What modules hold to be true of a case that is handed in has to be true again. */
    @Override
    public void reopen(Account who, UUID caseId, String step, @Nullable String comment, @Nullable UUID command) {
        onCase(who, caseId, comment, command, run -> {
            if (!step.equals(FlowModel.INITIATOR)) {
                run.onProcess("on-submit", null);
            }
            run.apply(new FlowCommand.Reopen(
                    run.said().command(), run.said().at(), run.said().by(), step));
        });
    }

    @Override
    public void retry(Account who, UUID caseId) {
        onCase(who, caseId, null, null, run -> {
            for (var incident : run.state().incidents()) {
                run.apply(new FlowCommand.Retry(
                        run.said().command(), run.said().at(), run.said().by(), incident.number()));
            }
        });
    }

    private void onCase(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command, Consumer<Run> act) {
        commits.move(command, () -> {
            var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
            if (!runs.isOwner(who, row)) {
                throw Refusal.notAllowed();
            }
            var run = runs.of(row, runs.said(who, command, comment));
            act.accept(run);
            return run;
        });
    }
}
