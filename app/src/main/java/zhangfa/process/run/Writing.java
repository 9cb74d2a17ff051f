package zhangfa.process.run;

import java.sql.Connection;
import java.sql.SQLException;
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
import zhangfa.flow.FlowJson;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTask;
import zhangfa.flow.FlowTimer;
import zhangfa.journal.Entry;

/** Puts what a run decided into rows, all in one round trip. */
final class Writing {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Run run;
    private final RoundTrip trip = new RoundTrip();

    Writing(Run run) {
        this.run = run;
    }

    RoundTrip trip() {
        return trip;
    }

    void started(String title, String zone) {
        var row = caseRow();
        trip.add(
                """
                insert into process.case (id, number, process, version, title, status, initiator, unit, legal_entity, state, form, facts,
                    started_at, ended_at, journal_seq, journal_hash)
                values (?::uuid, to_char(?::timestamptz at time zone ?, 'YYYYMM') || '-' || lpad(nextval('process.case_number')::text, 6, '0'),
                    ?, ?::int, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::int, ?::bytea)""",
                run.before().id(),
                run.said().at().toString(),
                zone,
                run.before().process(),
                run.before().version(),
                title,
                row.status(),
                run.before().initiator(),
                run.before().unit(),
                run.before().legalEntity(),
                row.state(),
                row.form(),
                row.facts(),
                run.said().at().toString(),
                row.endedAt(),
                row.head().seq(),
                row.head().hash().bytea());
        rest();
    }

    void continued() {
        var row = caseRow();
        trip.add(
                """
                update process.case set status = ?, state = ?, form = ?, facts = ?, ended_at = ?::timestamptz, journal_seq = ?::int, journal_hash = ?::bytea
                where id = ?::uuid""",
                row.status(),
                row.state(),
                row.form(),
                row.facts(),
                row.endedAt(),
                row.head().seq(),
                row.head().hash().bytea(),
                run.before().id());
        rest();
    }

    private record Row(
            String status,
            String state,
            String form,
            String facts,
            @Nullable String endedAt,
            Entry.Head head,
            List<Entry> entries) {}

    private @Nullable Row row;

    private Row caseRow() {
        var entries = Chronicle.of(run);
        var ended = run.state().isEnded();
        row = new Row(
                Run.word(run.state().status()),
                FlowJson.write(run.state()),
                JSON.writeValueAsString(run.form()),
                JSON.writeValueAsString(run.facts()),
                ended ? run.said().at().toString() : null,
                entries.isEmpty()
                        ? run.before().journalHead()
                        : entries.getLast().head(),
                entries);
        return row;
    }

    private void rest() {
        closeTasks();
        openTasks();
        moveTasks();
        moveDueTimes();
        Alarm.follow(run.before().id(), run.before().state(), run.state(), trip);
        incidents();
        participants();
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

    /** Tasks that were claimed, released or transferred without being opened or closed: the inbox follows. */
    private void moveTasks() {
        var moved = new HashSet<Integer>();
        for (var event : run.events()) {
            switch (event) {
                case FlowEvent.TaskClaimed claimed -> moved.add(claimed.task());
                case FlowEvent.TaskReleased released -> moved.add(released.task());
                case FlowEvent.TaskTransferred transferred -> moved.add(transferred.task());
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
                    update process.task set assignee = ?::uuid, accountable = ?::uuid, candidates = ?::uuid[]
                    where case_id = ?::uuid and number = ?::int returning id),
                gone as (delete from process.todo where task in (select id from moved) and person <> all (?::uuid[]))
                insert into process.todo select person, id from moved, unnest(?::uuid[]) as person on conflict do nothing""",
                task.assignee(),
                task.accountable(),
                array(task.candidates()),
                run.before().id(),
                task.number(),
                array(people),
                array(people));
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

    private void incidents() {
        for (var event : run.events()) {
            if (event instanceof FlowEvent.IncidentRaised raised) {
                var incident = raised.incident();
                trip.add(
                        "insert into process.incident values (?::uuid, ?::int, ?, ?, ?, ?::timestamptz, null)",
                        run.before().id(),
                        incident.number(),
                        incident.node(),
                        Run.word(incident.kind()),
                        incident.message(),
                        run.said().at().toString());
            } else if (event instanceof FlowEvent.IncidentResolved resolved) {
                trip.add(
                        "update process.incident set resolved_at = ?::timestamptz where case_id = ?::uuid and number = ?::int",
                        run.said().at().toString(),
                        run.before().id(),
                        resolved.incident());
            }
        }
    }

    private void participants() {
        var people = new HashSet<String>();
        people.add(run.before().initiator().toString());
        for (var event : run.events()) {
            switch (event) {
                case FlowEvent.TaskOpened opened -> {
                    people.addAll(opened.candidates());
                    if (opened.assignee() != null) {
                        people.add(opened.assignee());
                    }
                }
                case FlowEvent.TaskTransferred transferred -> people.add(transferred.to());
                default -> {}
            }
        }
        trip.add(
                "insert into process.participant select ?::uuid, unnest(?::uuid[]) on conflict do nothing",
                run.before().id(),
                array(List.copyOf(people)));
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

    private static String array(List<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }

    List<Entry> entries() {
        return row == null ? List.of() : row.entries();
    }

    void run(Connection connection) throws SQLException {
        trip.run(connection);
    }
}
