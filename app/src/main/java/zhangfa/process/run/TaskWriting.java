package zhangfa.process.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.Keys;
import zhangfa.database.RoundTrip;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTask;
import zhangfa.flow.FlowTimer;

/** Puts tasks into rows as a run leaves them, and the inbox with them. */
final class TaskWriting {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Run run;
    private final RoundTrip trip;

    TaskWriting(Run run, RoundTrip trip) {
        this.run = run;
        this.trip = trip;
    }

    void all() {
        closeTasks();
        openTasks();
        holdTasks();
        moveTasks();
        moveDueTimes();
    }

    private void closeTasks() {
        for (var event : run.events()) {
            if (event instanceof FlowEvent.TaskClosed closed) {
                var decided = closed.by() != null;
                trip.add(
                        """
                        with closed as (
                            update process.task set closed_at = ?::timestamptz, closing = ?, closed_by = ?::uuid, outcome = ?, comment = ?,
                                assignee = coalesce(?::uuid, assignee)
                            where case_id = ?::uuid and number = ?::int returning id)
                        delete from process.todo where task in (select id from closed)""",
                        run.said().at().toString(),
                        Run.word(closed.how()),
                        closed.by(),
                        closed.outcome(),
                        decided ? run.said().comment() : null,
                        closed.by(),
                        run.before().id(),
                        closed.task());
            }
        }
    }

    private void openTasks() {
        var tasks = new ArrayList<Map<String, @Nullable Object>>();
        var todos = new ArrayList<Map<String, @Nullable Object>>();
        for (var task : run.state().openTasks()) {
            if (opened().contains(task.number())) {
                var id = Keys.next();
                tasks.add(row(id, task));
                seats(task).forEach(person -> todos.add(Map.of("person", person, "task", id)));
            }
        }
        if (!tasks.isEmpty()) {
            insert("process.task", tasks);
            insert("process.todo", todos);
        }
    }

    /** Tasks that wait for other signers, or are asked no more: out of the inbox, and closed as such until they are open again. */
    private void holdTasks() {
        for (var event : run.events()) {
            switch (event) {
                case FlowEvent.TaskHeld held -> hold(held.task(), "held");
                case FlowEvent.SignerRemoved removed -> hold(removed.task(), "removed");
                default -> {}
            }
        }
    }

    private void hold(int task, String how) {
        trip.add("""
                with held as (
                    update process.task set closed_at = ?::timestamptz, closing = ?
                    where case_id = ?::uuid and number = ?::int and (closing is null or closing = 'held') returning id)
                delete from process.todo where task in (select id from held)""", run.said().at().toString(), how, run.before().id(), task);
    }

    /** Tasks that were claimed, released, lent, resumed or transferred without being opened or closed: the inbox follows. */
    private void moveTasks() {
        var moved = new HashSet<Integer>();
        for (var event : run.events()) {
            switch (event) {
                case FlowEvent.TaskClaimed claimed -> moved.add(claimed.task());
                case FlowEvent.TaskReleased released -> moved.add(released.task());
                case FlowEvent.TaskTransferred transferred -> moved.add(transferred.task());
                case FlowEvent.TaskDelegated delegated -> moved.add(delegated.task());
                case FlowEvent.TaskResolved resolved -> moved.add(resolved.task());
                case FlowEvent.TaskResumed resumed -> moved.add(resumed.task());
                default -> {}
            }
        }
        for (var task : run.state().openTasks()) {
            if (moved.contains(task.number())) {
                move(task);
            }
        }
    }

    private void move(FlowTask task) {
        var people = seats(task).toList();
        trip.add(
                """
                with moved as (
                    update process.task set assignee = ?::uuid, accountable = ?::uuid, candidates = ?::uuid[], closed_at = null, closing = null
                    where case_id = ?::uuid and number = ?::int returning id),
                gone as (delete from process.todo where task in (select id from moved) and person <> all (?::uuid[]))
                insert into process.todo select person, id from moved, unnest(?::uuid[]) as person on conflict do nothing""",
                task.assignee(),
                task.accountable(),
                Writing.array(task.candidates()),
                run.before().id(),
                task.number(),
                Writing.array(people),
                Writing.array(people));
    }

    /** Where a pause, a resumption or another calendar moved the end of a task's time. */
    private void moveDueTimes() {
        for (var task : run.state().openTasks()) {
            var due = due(run.state(), task);
            if (!opened().contains(task.number())
                    && !Objects.equals(due, due(run.before().state(), task))) {
                trip.add(
                        "update process.task set due_at = ?::timestamptz where case_id = ?::uuid and number = ?::int",
                        due,
                        run.before().id(),
                        task.number());
            }
        }
    }

    private static @Nullable String due(FlowState state, FlowTask task) {
        return state.limitOf(task.activity())
                .map(FlowTimer::due)
                .map(Instant::toString)
                .orElse(null);
    }

    private Set<Integer> opened() {
        var opened = new HashSet<Integer>();
        for (var event : run.events()) {
            if (event instanceof FlowEvent.TaskOpened task) {
                opened.add(task.task());
            }
        }
        return opened;
    }

    private Map<String, @Nullable Object> row(UUID id, FlowTask task) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", id);
        columns.put("case_id", run.before().id());
        columns.put("number", task.number());
        columns.put("activity", task.activity());
        columns.put("step", task.step());
        columns.put("kind", Run.word(run.model().step(task.step()).kind()));
        columns.put("candidates", task.candidates());
        columns.put("assignee", task.assignee());
        columns.put("accountable", task.accountable());
        columns.put("created_at", run.said().at().toString());
        columns.put("due_at", due(run.state(), task));
        return columns;
    }

    static Stream<String> seats(FlowTask task) {
        return task.assignee() != null ? Stream.of(task.assignee()) : task.candidates().stream();
    }

    private void insert(String table, List<Map<String, @Nullable Object>> rows) {
        trip.add(
                "insert into %1$s select * from json_populate_recordset(null::%1$s, ?::json)".formatted(table),
                JSON.writeValueAsString(rows));
    }
}
