package zhangfa.process.run;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.flow.Activity;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowEvent.Closing;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowStep.Kind;
import zhangfa.process.deputy.StandIns;
import zhangfa.process.run.Past.Agreed;

/** Looks up who has agreed in a case: in its tasks, and in what a run has decided and not written yet. */
@Component
class Agreements {

    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Past of(Run run) {
        return new Past(() -> standing(run));
    }

    /** For a route played on paper, which knows only what it has played. */
    static Past played(FlowModel model, FlowState state, List<FlowEvent> events) {
        return new Past(() -> counted(state, decided(model, StandIns.NONE, events)));
    }

    private List<Agreed> standing(Run run) {
        var all = new ArrayList<>(written(run));
        all.addAll(decided(run.model(), run.standIns(), run.events()));
        return counted(run.state(), all);
    }

    private List<Agreed> written(Run run) {
        return jdbc.sql("""
                        select activity, step, kind, closed_by from process.task
                        where case_id = ? and closing in ('approved', 'completed') and closed_by is not null
                        order by closed_at, number""")
                .param(run.before().id())
                .query((row, number) -> {
                    var activity = row.getInt("activity");
                    var by = row.getObject("closed_by", UUID.class);
                    return new Agreed(
                            activity,
                            row.getString("step"),
                            row.getString("kind").equals("approval"),
                            by,
                            run.standIns().behind(activity, by).orElse(null));
                })
                .list();
    }

    private static List<Agreed> decided(FlowModel model, StandIns standIns, List<FlowEvent> events) {
        return events.stream()
                .filter(FlowEvent.TaskClosed.class::isInstance)
                .map(FlowEvent.TaskClosed.class::cast)
                .filter(closed -> closed.by() != null && agrees(closed.how()))
                .map(closed -> {
                    var by = UUID.fromString(String.valueOf(closed.by()));
                    return new Agreed(
                            closed.activity(),
                            closed.step(),
                            model.step(closed.step()).kind() == Kind.APPROVAL,
                            by,
                            standIns.behind(closed.activity(), by).orElse(null));
                })
                .toList();
    }

    private static boolean agrees(Closing how) {
        return how == Closing.APPROVED || how == Closing.COMPLETED;
    }

    /** What has not been undone: its step is done, and is still so. */
    private static List<Agreed> counted(FlowState state, List<Agreed> all) {
        var done = state.activities().stream()
                .filter(Activity::isDone)
                .map(Activity::number)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> !one.step().equals(FlowModel.INITIATOR) && done.contains(one.activity()))
                .toList();
    }
}
