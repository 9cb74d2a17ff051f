package zhangfa.process.run;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowModel;
import zhangfa.identity.Account;
import zhangfa.process.CaseControl;

/** Where the owner of a process stops its cases, lets them go on, wakes them up and helps those that are stuck. */
@Component
class OwnerDesk implements CaseControl {

    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;
    private final Undelivered undelivered;

    OwnerDesk(CaseRows rows, Runs runs, Commits commits, Undelivered undelivered) {
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
        this.undelivered = undelivered;
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
    public @Nullable String retry(
            Account who,
            UUID caseId,
            int incident,
            Map<String, Object> form,
            @Nullable String comment,
            @Nullable UUID command) {
        if (incident < 0) {
            commits.once(command, () -> {
                undelivered.sendAgain(owned(who, caseId), incident);
                return caseId;
            });
            return null;
        }
        var again = new AtomicReference<@Nullable String>();
        onCase(who, caseId, new Words(comment, form), command, run -> {
            run.apply(new FlowCommand.Retry(
                    run.said().command(), run.said().at(), run.said().by(), incident));
            again.set(stopped(run));
        });
        return again.get();
    }

    /** What this run could not go on with. */
    private static @Nullable String stopped(Run run) {
        return run.events().stream()
                .filter(FlowEvent.IncidentRaised.class::isInstance)
                .map(event -> ((FlowEvent.IncidentRaised) event).incident().message())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void jump(Account who, UUID caseId, int place, String to, @Nullable String comment, @Nullable UUID command) {
        onCase(
                who,
                caseId,
                new Words(comment, Map.of()),
                command,
                run -> run.apply(new FlowCommand.Jump(
                        run.said().command(), run.said().at(), run.said().by(), place, to)));
    }

    /** What the owner says with a command, and which fields they correct. */
    private record Words(@Nullable String comment, Map<String, Object> form) {}

    private CaseRow owned(Account who, UUID caseId) {
        var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
        if (!runs.isOwner(who, row)) {
            throw Refusal.notAllowed();
        }
        return row;
    }

    private void onCase(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command, Consumer<Run> act) {
        onCase(who, caseId, new Words(comment, Map.of()), command, act);
    }

    private void onCase(Account who, UUID caseId, Words words, @Nullable UUID command, Consumer<Run> act) {
        commits.move(command, () -> {
            var row = owned(who, caseId);
            Inputs.checkFields(runs.definition(row), row.form(), words.form());
            var run = runs.of(row, runs.said(who, command, words.comment(), words.form()));
            act.accept(run);
            return run;
        });
    }
}
