package zhangfa.process.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.RoundTrip;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowJson;
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
        new TaskWriting(run, trip).all();
        Alarm.follow(run.before().id(), run.before().state(), run.state(), trip);
        incidents();
        participants();
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
                case FlowEvent.TaskDelegated delegated -> people.add(delegated.to());
                case FlowEvent.TaskEscalated escalated -> people.add(escalated.to());
                default -> {}
            }
        }
        trip.add(
                "insert into process.participant select ?::uuid, unnest(?::uuid[]) on conflict do nothing",
                run.before().id(),
                array(List.copyOf(people)));
    }

    static String array(List<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }

    List<Entry> entries() {
        return row == null ? List.of() : row.entries();
    }

    void run(Connection connection) throws SQLException {
        trip.run(connection);
    }
}
