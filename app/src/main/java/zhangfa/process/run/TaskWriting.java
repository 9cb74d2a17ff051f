package zhangfa.process.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.database.Keys;
import zhangfa.database.RoundTrip;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTask;
import zhangfa.flow.FlowTimer;

/** Puts tasks into rows as a run leaves them, and the inbox with them. */
final class TaskWriting {

    private final Run run;
    private final RoundTrip trip;

    TaskWriting(Run run, RoundTrip trip) {
        this.run = run;
        this.trip = trip;
    }

    void all() {
        closeAndOpen();
        holdTasks();
        moveTasks();
        moveDueTimes();
    }

    /** In one statement, as far as one goes: it is what nearly every command writes. */
    private void closeAndOpen() {
        var opened = opened();
        var closing = RoundTrip.loads(events(FlowEvent.TaskClosed.class));
        var opening = RoundTrip.loads(run.state().openTasks().stream()
                .filter(task -> opened.contains(task.number()))
                .toList());
        for (int i = 0; i < Math.max(closing.size(), opening.size()); i++) {
            var parts = new ArrayList<String>();
            var values = new ArrayList<@Nullable Object>();
            if (i < closing.size()) {
                close(closing.get(i), parts, values);
            }
            if (i < opening.size()) {
                open(opening.get(i), parts, values);
            }
            trip.add("with " + String.join(",\n", parts) + "\nselect 1", values.toArray());
        }
    }

    private void close(List<FlowEvent.TaskClosed> closed, List<String> parts, List<@Nullable Object> values) {
        parts.add("""
                closed as (
                    update process.task t set closed_at = ?, closing = v.closing, closed_by = v.by, outcome = v.outcome, comment = v.comment,
                        assignee = coalesce(v.by, t.assignee)
                    from (values %s) as v (number, closing, by, outcome, comment)
                    where t.case_id = ? and t.number = v.number returning t.id),
                gone as (delete from process.todo where task in (select id from closed))""".formatted(RoundTrip.rows("(?::int, ?::text, ?::uuid, ?::text, ?::text)", closed.size())));
        values.add(run.said().at());
        for (var task : closed) {
            values.addAll(Arrays.asList(
                    task.task(),
                    Run.word(task.how()),
                    task.by(),
                    task.outcome(),
                    task.by() == null ? null : run.said().comment()));
        }
        values.add(run.before().id());
    }

    private void open(List<FlowTask> tasks, List<String> parts, List<@Nullable Object> values) {
        parts.add("""
                opened as (
                    insert into process.task (id, case_id, number, activity, step, kind, candidates, assignee, accountable, created_at, due_at)
                    values %s),
                asked as (insert into process.todo select * from unnest(?::uuid[], ?::uuid[]))""".formatted(RoundTrip.rows("(?, ?, ?, ?, ?, ?, ?::uuid[], ?::uuid, ?::uuid, ?, ?)", tasks.size())));
        var people = new ArrayList<String>();
        var asked = new ArrayList<UUID>();
        for (var task : tasks) {
            var id = Keys.next();
            values.addAll(columns(id, task));
            seats(task).forEach(person -> {
                people.add(person);
                asked.add(id);
            });
        }
        values.add(RoundTrip.array(people));
        values.add(RoundTrip.array(asked));
    }

    private <E extends FlowEvent> List<E> events(Class<E> kind) {
        return run.events().stream().filter(kind::isInstance).map(kind::cast).toList();
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
                    update process.task set closed_at = ?, closing = ?
                    where case_id = ? and number = ? and (closing is null or closing = 'held') returning id)
                delete from process.todo where task in (select id from held)""", run.said().at(), how, run.before().id(), task);
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
                    where case_id = ? and number = ? returning id),
                gone as (delete from process.todo where task in (select id from moved) and person <> all (?::uuid[]))
                insert into process.todo select person, id from moved, unnest(?::uuid[]) as person on conflict do nothing""",
                task.assignee(),
                task.accountable(),
                RoundTrip.array(task.candidates()),
                run.before().id(),
                task.number(),
                RoundTrip.array(people),
                RoundTrip.array(people));
    }

    /** Where a pause, a resumption or another calendar moved the end of a task's time. */
    private void moveDueTimes() {
        for (var task : run.state().openTasks()) {
            var due = due(run.state(), task);
            if (!opened().contains(task.number())
                    && !Objects.equals(due, due(run.before().state(), task))) {
                trip.add(
                        "update process.task set due_at = ? where case_id = ? and number = ?",
                        due,
                        run.before().id(),
                        task.number());
            }
        }
    }

    private static @Nullable Instant due(FlowState state, FlowTask task) {
        return state.limitOf(task.activity()).map(FlowTimer::due).orElse(null);
    }

    private Set<Integer> opened() {
        return events(FlowEvent.TaskOpened.class).stream()
                .map(FlowEvent.TaskOpened::task)
                .collect(Collectors.toSet());
    }

    private List<@Nullable Object> columns(UUID id, FlowTask task) {
        return Arrays.asList(
                id,
                run.before().id(),
                task.number(),
                task.activity(),
                task.step(),
                Run.word(run.model().step(task.step()).kind()),
                RoundTrip.array(task.candidates()),
                task.assignee(),
                task.accountable(),
                run.said().at(),
                due(run.state(), task));
    }

    static Stream<String> seats(FlowTask task) {
        return task.assignee() != null ? Stream.of(task.assignee()) : task.candidates().stream();
    }
}
