package zhangfa.process.run;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.flow.CommandRefused;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowTask;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.process.Cases;
import zhangfa.process.definition.Definitions;
import zhangfa.process.deputy.Deputies;

/** Where cases are started and acted on: checks what came, lets the kernel decide, has everything written at once. */
@Component
class CaseDesk implements Cases {

    private final Definitions definitions;
    private final Organization organization;
    private final Deputies deputies;
    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;
    private final Nominees nominees;

    CaseDesk(
            Definitions definitions,
            Organization organization,
            Deputies deputies,
            CaseRows rows,
            Runs runs,
            Commits commits,
            Nominees nominees) {
        this.definitions = definitions;
        this.organization = organization;
        this.deputies = deputies;
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
        this.nominees = nominees;
    }

    @Override
    public UUID start(Account who, Wish wish) {
        var definition =
                definitions.current(wish.process()).orElseThrow(() -> Refusal.invalid("/process", "{process.unknown}"));
        if (!definition.isStartable()) {
            throw Refusal.invalid("/process", "{process.not-startable}");
        }
        var person = organization
                .person(who.id())
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_ALLOWED, "{process.no-person}"));
        Inputs.checkAsked(definition, wish.form());
        var entity = organization.unit(person.unit()).orElseThrow().legalEntity();
        var origin = new CaseRow.Origin(who.id(), person.unit(), entity, null);
        var title = Inputs.title(wish, definition, person, runs.clock());
        var id = Keys.next();
        return commits.begin(wish.command(), title, () -> {
            var said = runs.said(who, wish.command(), null, wish.form());
            var before = CaseRow.begun(id, definition, title, origin, said.at());
            var run = runs.of(before, said);
            run.onProcess("on-submit", null);
            nominees.take(run, FlowModel.INITIATOR, wish.nominees());
            run.apply(new FlowCommand.Start(said.command(), said.at(), who.id().toString()));
            return run;
        });
    }

    @Override
    public UUID act(Account who, UUID task, Deed deed) {
        return commits.move(deed.command(), () -> {
            var locked = rows.lockByTask(task, who).orElseThrow(Refusal::notThere);
            var row = locked.row();
            var definition = runs.definition(row);
            var said = runs.said(who, deed.command(), deed.comment(), deed.form());
            var colleagues = new Colleagues(organization, deputies, row, who.id());
            var command = Commands.of(deed, row.state(), locked.task(), said, colleagues);
            var open = row.state().openTask(locked.task());
            var step = open.map(FlowTask::step);
            if (step.isEmpty()) {
                Inputs.refuseFields(deed.form());
            }
            step.ifPresent(at -> Inputs.checkOpinion(definition, at, deed));
            step.ifPresent(at -> Inputs.check(definition, at, row.form(), deed.form(), agrees(command)));
            if (command instanceof FlowCommand.Jump && !runs.isOwner(who, row)) {
                throw Refusal.notAllowed();
            }
            var run = runs.of(row, said);
            step.filter(at -> !at.equals(FlowModel.INITIATOR)).ifPresent(at -> refuseConflicted(command, run, at));
            open.ifPresent(at -> run.actFor(at.activity(), colleagues.behalf()));
            if (step.filter(FlowModel.INITIATOR::equals).isPresent() && command instanceof FlowCommand.Complete) {
                run.onProcess("on-submit", null);
            }
            step.filter(at -> agrees(command)).ifPresent(at -> nominees.take(run, at, deed.nominees()));
            try {
                apply(command, run);
            } catch (CommandRefused refused) {
                throw open.isPresent() ? passedOn(refused, row, open.get(), who) : refused;
            }
            return run;
        });
    }

    /** What the runtime has done for a decision is not undone by taking that back, so it says what that was. */
    private static void apply(FlowCommand command, Run run) {
        try {
            run.apply(command);
        } catch (CommandRefused refused) {
            var done = command instanceof FlowCommand.Withdraw withdraw && refused.reason() == Reason.NOT_ALLOWED
                    ? run.model().carriedOutAfter(run.state(), withdraw.task())
                    : List.<String>of();
            if (done.isEmpty()) {
                throw refused;
            }
            var name = run.definition().elementName(done.getLast(), LocaleContextHolder.getLocale());
            throw Refusal.conflict("{process.carried-out|" + name.replaceAll("[{|}]", " ") + "}");
        }
    }

    /** Whoever was asked, until somebody passed the task on, hears that: it is no secret to them that there is one. */
    private static RuntimeException passedOn(CommandRefused refused, CaseRow row, FlowTask task, Account who) {
        var had = task.touched()
                && row.participants().contains(who.id())
                && !row.initiator().equals(who.id());
        return had && refused.reason() == Reason.NOT_YOURS ? Refusal.conflict("{process.passed-on}") : refused;
    }

    @Override
    public void cancel(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command) {
        commits.move(command, () -> {
            var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
            var run = runs.of(row, runs.said(who, command, comment));
            run.apply(new FlowCommand.Cancel(
                    run.said().command(), run.said().at(), run.said().by()));
            return run;
        });
    }

    private static boolean agrees(FlowCommand command) {
        return command instanceof FlowCommand.Approve || command instanceof FlowCommand.Complete;
    }

    /** Who must have no say in a step neither decides on it nor is brought into it, in any way. */
    private static void refuseConflicted(FlowCommand command, Run run, String step) {
        var people = switch (command) {
            case FlowCommand.Transfer transfer -> List.of(transfer.to());
            case FlowCommand.Delegate delegate -> List.of(delegate.to());
            case FlowCommand.AddSign sign -> sign.who();
            case FlowCommand.Approve approve -> List.of(approve.actor());
            case FlowCommand.Complete complete -> List.of(complete.actor());
            case FlowCommand.Reject reject -> List.of(reject.actor());
            default -> List.<String>of();
        };
        if (people.isEmpty()) {
            return;
        }
        var conflicted = run.conflicted(step);
        if (people.stream().map(UUID::fromString).noneMatch(conflicted::contains)) {
            return;
        }
        if (people.contains(command.actor())) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "{process.apart}");
        }
        var initiator = people.contains(run.before().initiator().toString());
        throw Refusal.invalid(
                command instanceof FlowCommand.AddSign ? "/who" : "/to",
                initiator ? "{process.transfer-to-initiator}" : "{process.apart-to}");
    }
}
