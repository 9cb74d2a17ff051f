package zhangfa.process.run;

import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowCommand;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;
import zhangfa.process.form.Fields;
import zhangfa.process.run.CallRows.Call;

/** Cases that are called: they begin as any other, for the initiator and the unit of their caller, and end with it. */
@Component
class Callees {

    private final Definitions definitions;
    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;

    Callees(Definitions definitions, CaseRows rows, Runs runs, Commits commits) {
        this.definitions = definitions;
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
    }

    /**
     * Begins the case of a call, by the version that the caller's model means.
     *
     * @throws Refusal where no version is published, the data do not fit its form, or a module refuses it
     */
    void begin(CaseRow caller, Call call) {
        var definition = definitions
                .called(call.process(), runs.definition(caller).call(call.element()))
                .filter(Definition::isStartable)
                .orElseThrow(() -> Refusal.conflict("{process.call.unknown|" + call.process() + "}"));
        var form = Fields.read(call.data());
        Inputs.check(definition, form);
        var said = new Run.Said(call.id(), runs.now(), null, null, form);
        var title = Inputs.cut(definition.name() + " · " + caller.title());
        var origin = new CaseRow.Origin(caller.initiator(), caller.unit(), caller.legalEntity(), caller.id());
        var run = runs.of(CaseRow.begun(call.id(), definition, title, origin, said.at()), said);
        run.onProcess("on-submit", null);
        run.apply(new FlowCommand.Start(
                said.command(), said.at(), caller.initiator().toString()));
        commits.start(run, title, null);
    }

    /** Nobody waits for it any more. */
    void stop(Call call) {
        if (call.isUnderWay()) {
            rows.lock(call.id()).filter(row -> !row.state().isEnded()).ifPresent(row -> {
                var run = runs.of(row, Run.Said.byNobody(runs.now()));
                run.apply(new FlowCommand.Cancel(
                        run.said().command(), run.said().at(), row.state().initiator()));
                commits.go(run, null);
            });
        }
    }
}
