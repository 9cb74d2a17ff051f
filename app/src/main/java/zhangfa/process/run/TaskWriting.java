package zhangfa.process.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.database.Keys;
import zhangfa.database.RoundTrip;
import zhangfa.database.With;
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
        var opening = RoundTrip.loads(run.state().openTasks().stream()
                .filter(task -> opened.contains(task.number()))
                .toList());
        var statement = new With();
        events(FlowEvent.TaskClosed.class).stream()
                .collect(Collectors.groupingBy(Closing::of, LinkedHashMap::new, Collectors.toList()))
                .forEach((closing, closed) -> close(closing, closed, statement));
        for (var load : opening) {
            open(load, statement);
            statement.end(trip);
        }
        statement.end(trip);
    }

    /** How tasks were closed: those of one kind are closed together. */
    private record Closing(
            String how, @Nullable String by, @Nullable String outcome) {

        static Closing of(FlowEvent.TaskClosed closed) {
            return new Closing(Run.word(closed.how()), closed.by(), closed.outcome());
        }
    }

    /** One task, as nearly always, is named by itself: for a list PostgreSQL makes a new plan each time, which costs more than the change. */
    private void close(Closing closing, List<FlowEvent.TaskClosed> closed, With statement) {
        var numbers = closed.stream().map(FlowEvent.TaskClosed::task).toList();
        var one = numbers.size() == 1;
        var name = statement.add(
                """
                update process.task set closed_at = ?::timestamptz, closing = ?, closed_by = ?::uuid, outcome = ?, comment = ?,
                    assignee = coalesce(?::uuid, assignee)
                where case_id = ?::uuid and number =\s""" + (one ? "?::int" : "any (?::int[])") + " returning id",
                run.said().at(),
                closing.how(),
                closing.by(),
                closing.outcome(),
                closing.by() == null ? null : run.said().comment(),
                closing.by(),
                run.before().id(),
                one ? numbers.getFirst() : RoundTrip.array(numbers));
        statement.add("delete from process.todo d using %s c where d.task = c.id".formatted(name));
    }

    private void open(List<FlowTask> tasks, With statement) {
        var values = new ArrayList<@Nullable Object>();
        var asked = new ArrayList<List<Object>>();
        for (var task : tasks) {
            var id = Keys.next();
            values.addAll(columns(id, task));
            seats(task).forEach(person -> asked.add(List.of(person, id)));
        }
        statement.add(
                """
                insert into process.task (id, case_id, number, activity, step, kind, candidates, assignee, accountable, created_at, due_at)
                values\s""" + RoundTrip.rows("(?, ?, ?, ?, ?, ?, ?::uuid[], ?::uuid, ?::uuid, ?, ?)", tasks.size()),
                values.toArray());
        for (var load : RoundTrip.loads(asked)) {
            statement.add(
                    "insert into process.todo values " + RoundTrip.rows("(?::uuid, ?::uuid)", load.size()),
                    load.stream().flatMap(List::stream).toArray());
        }
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
                case FlowEvent.TaskOpened again when wasOpen(again.task()) -> moved.add(again.task());
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
                .filter(task -> !wasOpen(task))
                .collect(Collectors.toSet());
    }

    /** A task may be opened for others while it is open. */
    private boolean wasOpen(int task) {
        return run.before().state().openTask(task).isPresent();
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
