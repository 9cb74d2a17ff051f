package zhangfa.process.run;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTask;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.process.Cases;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;

/** Where cases are started and acted on: checks what came, lets the kernel decide, has everything written at once. */
@Component
class CaseDesk implements Cases {

    private final Definitions definitions;
    private final Organization organization;
    private final CaseRows rows;
    private final Staffing staffing;
    private final Runs runs;
    private final Commits commits;
    private final Clock clock;

    CaseDesk(
            Definitions definitions,
            Organization organization,
            CaseRows rows,
            Staffing staffing,
            Runs runs,
            Commits commits,
            Clock clock) {
        this.definitions = definitions;
        this.organization = organization;
        this.rows = rows;
        this.staffing = staffing;
        this.runs = runs;
        this.commits = commits;
        this.clock = clock;
    }

    @Override
    public UUID start(Account who, Wish wish) {
        var definition =
                definitions.current(wish.process()).orElseThrow(() -> Refusal.invalid("/process", "{process.unknown}"));
        var person = organization
                .person(who.id())
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_ALLOWED, "{process.no-person}"));
        Inputs.check(definition, wish.form());
        var entity = organization.unit(person.unit()).orElseThrow().legalEntity();
        var title = Inputs.title(wish, definition, person);
        var id = Keys.next();
        return commits.once(wish.command(), () -> {
            var said = said(who, wish.command(), null, wish.form());
            var before = new CaseRow(
                    id,
                    definition.key(),
                    definition.version(),
                    title,
                    who.id(),
                    person.unit(),
                    entity,
                    FlowState.EMPTY,
                    Map.of(),
                    Map.of(),
                    said.at(),
                    null);
            var run = runs.of(before, said);
            run.onProcess("on-submit", null);
            run.apply(new FlowCommand.Start(said.command(), said.at(), who.id().toString()));
            commits.start(run, title, wish.command());
            return id;
        });
    }

    @Override
    public UUID act(Account who, UUID task, Deed deed) {
        return commits.once(deed.command(), () -> {
            var locked = rows.lockByTask(task, who).orElseThrow(Refusal::notThere);
            var row = locked.row();
            var definition = definitions.version(row.process(), row.version());
            var said = said(who, deed.command(), deed.comment(), deed.form());
            var command = Commands.of(deed, locked.task(), said, organization);
            var step = row.state().openTask(locked.task()).map(FlowTask::step);
            step.ifPresent(open -> Inputs.checkPatch(definition, open, row.form(), deed.form()));
            if (command instanceof FlowCommand.Transfer transfer
                    && transfer.to().equals(row.initiator().toString())
                    && step.filter(open -> Staffing.replacesInitiator(
                                    definition.model().step(open)))
                            .isPresent()) {
                throw Refusal.invalid("/to", "{process.transfer-to-initiator}");
            }
            var run = runs.of(row, said);
            var resubmits =
                    step.filter(FlowModel.INITIATOR::equals).isPresent() && command instanceof FlowCommand.Complete;
            if (resubmits) {
                run.onProcess("on-submit", null);
            }
            run.apply(command);
            commits.go(run, deed.command());
            return row.id();
        });
    }

    @Override
    public void cancel(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command) {
        onCase(
                who,
                caseId,
                comment,
                command,
                run -> run.apply(new FlowCommand.Cancel(
                        run.said().command(), run.said().at(), who.id().toString())));
    }

    @Override
    public void suspend(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command) {
        onCase(who, caseId, comment, command, run -> {
            refuseOthersThanOwners(who, run);
            run.apply(new FlowCommand.Suspend(
                    run.said().command(), run.said().at(), who.id().toString()));
        });
    }

    @Override
    public void resume(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command) {
        onCase(who, caseId, comment, command, run -> {
            refuseOthersThanOwners(who, run);
            run.apply(new FlowCommand.Resume(
                    run.said().command(), run.said().at(), who.id().toString()));
        });
    }

    @Override
    public void retry(Account who, UUID caseId) {
        onCase(who, caseId, null, null, run -> {
            refuseOthersThanOwners(who, run);
            for (var incident : run.state().incidents()) {
                run.apply(new FlowCommand.Retry(
                        run.said().command(), run.said().at(), who.id().toString(), incident.number()));
            }
        });
    }

    private void refuseOthersThanOwners(Account who, Run run) {
        if (!staffing.owners(definition(run.before()).owner()).contains(who.id())) {
            throw Refusal.notAllowed();
        }
    }

    private void onCase(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command, Consumer<Run> act) {
        commits.once(command, () -> {
            var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
            var run = runs.of(row, said(who, command, comment, Map.of()));
            act.accept(run);
            commits.go(run, command);
            return row.id();
        });
    }

    private Definition definition(CaseRow row) {
        return definitions.version(row.process(), row.version());
    }

    private Run.Said said(Account who, @Nullable UUID command, @Nullable String comment, Map<String, Object> patch) {
        var words = comment == null || comment.isBlank() ? null : comment.strip();
        return new Run.Said(command == null ? Keys.next() : command, now(), who.id(), words, patch);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
