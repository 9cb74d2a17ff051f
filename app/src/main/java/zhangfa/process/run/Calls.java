package zhangfa.process.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowState;
import zhangfa.flow.Wait;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.process.form.Fields;
import zhangfa.process.run.CallRows.Call;

/**
 * Brings the cases that a case has called in line with what it wants: begins those that have not begun, ends those that it does
 * not want any more, hands over what they tell meanwhile, and answers it for those that have ended. One step after another, each in a transaction of its own under
 * the caller's lock, so that a crash leaves nothing half done and repeating does nothing twice. One job for each caller.
 */
@Component
class Calls implements JobHandler {

    static final String KIND = "process.call";

    private final CaseRows rows;
    private final CallRows calls;
    private final Callees callees;
    private final Runs runs;
    private final Commits commits;

    Calls(CaseRows rows, CallRows calls, Callees callees, Runs runs, Commits commits) {
        this.rows = rows;
        this.calls = calls;
        this.callees = callees;
        this.runs = runs;
        this.commits = commits;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        var caller = UUID.fromString(job.id());
        for (var call : calls.unanswered(caller)) {
            try {
                if (!call.escalations().isEmpty()) {
                    step(caller, call.id(), this::hear);
                }
                step(caller, call.id(), this::settle);
            } catch (Refusal refusal) {
                if (call.status() != null) {
                    throw refusal;
                }
                step(caller, call.id(), (row, one) -> fail(row, one, reason(one, refusal)));
            }
        }
    }

    private void step(UUID caller, UUID id, BiConsumer<CaseRow, Call> what) {
        commits.once(null, () -> {
            rows.lock(caller).ifPresent(row -> calls.unanswered(caller, id).ifPresent(call -> what.accept(row, call)));
            return caller;
        });
    }

    private void settle(CaseRow caller, Call call) {
        if (!isWanted(caller.state(), call)) {
            callees.stop(call);
            calls.answered(call.id());
        } else if (caller.state().isRunning() && call.status() == null) {
            callees.begin(caller, call);
        } else if (caller.state().isRunning()
                && call.ended() != null
                && call.escalations().isEmpty()) {
            answer(caller, call);
        }
    }

    /** A call that has become an incident is wanted no more: trying again calls anew. */
    private static boolean isWanted(FlowState caller, Call call) {
        return caller.waits().stream()
                        .anyMatch(wait ->
                                wait.number() == call.visit() && !wait.over() && wait.awaited() == Wait.For.CALL)
                && caller.incidents().stream().noneMatch(incident -> incident.visit() == call.visit());
    }

    /** What the called case has told, one after another, until the model has heard enough of it; what it tells later comes with another job. */
    private void hear(CaseRow caller, Call call) {
        if (!caller.state().isRunning() || call.escalations().isEmpty()) {
            return;
        }
        var run = runs.of(caller, Run.Said.byNobody(runs.now()));
        for (var code : call.escalations()) {
            if (isWanted(run.state(), call)) {
                run.apply(new FlowCommand.Escalate(
                        run.said().command(),
                        run.said().at(),
                        run.said().by(),
                        call.visit(),
                        code.isEmpty() ? null : code));
            }
        }
        commits.go(run, null);
        calls.heard(call);
    }

    /** Why it cannot begin: which fields of the data handed over do not fit, or what was refused. */
    private static String reason(Call call, Refusal refusal) {
        var fields =
                refusal.faults().stream().map(Refusal.Fault::pointer).distinct().collect(Collectors.joining(", "));
        return fields.isEmpty()
                ? refusal.detail()
                : "{process.call.unfit|%s|%s}".formatted(call.process(), fields.replaceAll("[{|}]", " "));
    }

    private void answer(CaseRow caller, Call call) {
        var run = runs.of(caller, Run.Said.byNobody(runs.now()));
        switch (String.valueOf(call.ended())) {
            case "completed" -> {
                run.apply(new FlowCommand.Finish(
                        run.said().command(), run.said().at(), run.said().by(), call.visit(), results(call)));
                finish(run, call);
            }
            case "failed" -> {
                run.apply(thrown(run, call, call.error()));
                finish(run, call);
            }
            case String how
            when isCaught(run, thrown(run, call, how)) -> {
                run.apply(thrown(run, call, how));
                finish(run, call);
            }
            case String how -> fail(caller, call, "{process.call." + how + "}");
        }
    }

    private void finish(Run run, Call call) {
        commits.go(run, null);
        calls.answered(call.id());
    }

    private void fail(CaseRow caller, Call call, String reason) {
        var run = runs.of(caller, Run.Said.byNobody(runs.now()));
        run.apply(new FlowCommand.Fail(
                run.said().command(), run.said().at(), run.said().by(), call.visit(), reason));
        finish(run, call);
    }

    private static FlowCommand thrown(Run run, Call call, @Nullable String code) {
        return new FlowCommand.Throw(
                run.said().command(), run.said().at(), run.said().by(), call.visit(), code);
    }

    /** Whether the model has somebody who catches it: else the case would end as failed, for something that is no failure. */
    private static boolean isCaught(Run run, FlowCommand thrown) {
        List<FlowEvent> events = run.model().decide(run.state(), run.data(), thrown);
        return events.stream()
                .noneMatch(
                        event -> event instanceof FlowEvent.CaseEnded ended && ended.how() == FlowEvent.Ending.FAILED);
    }

    private Map<String, Object> results(Call call) {
        var data = new LinkedHashMap<>(Fields.read(calls.data(call.id(), "form")));
        data.putAll(Fields.read(calls.data(call.id(), "facts")));
        return data;
    }
}
