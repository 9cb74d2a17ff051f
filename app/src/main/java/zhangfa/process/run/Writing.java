package zhangfa.process.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.SearchWords;
import zhangfa.database.RoundTrip;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowIncident;
import zhangfa.flow.FlowJson;
import zhangfa.journal.Entry;

/** Puts what a run decided into rows, all in one round trip. */
final class Writing {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Run run;
    private final @Nullable UUID command;
    private final Set<UUID> people;
    private final RoundTrip trip = new RoundTrip();

    Writing(Run run, @Nullable UUID command) {
        this.run = run;
        this.command = command;
        this.people = people(run);
    }

    RoundTrip trip() {
        return trip;
    }

    void started(String title, Numbering.Next number) {
        var row = caseRow();
        var search = SearchWords.brief(title);
        add(
                """
                insert into process.case (id, number, process, version, title, search, pieces, initiator, unit, legal_entity, started_at, caller,
                    status, state, form, facts, participants, stand_ins, ended_at, journal_seq, journal_hash)
                values (?, %s, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?::uuid[], ?, ?, ?, ?)""".formatted(number.expression()),
                Stream.of(
                                Stream.<Object>of(run.before().id()),
                                number.values().stream(),
                                Stream.<@Nullable Object>of(
                                        run.before().process(),
                                        run.before().version(),
                                        title,
                                        search,
                                        SearchWords.pieces(search),
                                        run.before().initiator(),
                                        run.before().unit(),
                                        run.before().legalEntity(),
                                        run.said().at(),
                                        run.before().caller()),
                                row.columns())
                        .flatMap(Function.identity()));
        rest();
    }

    void continued() {
        add(
                """
                update process.case set status = ?, state = ?, form = ?, facts = ?, participants = ?::uuid[], stand_ins = ?, ended_at = ?,
                    journal_seq = ?, journal_hash = ?, version = ? where id = ?""",
                Stream.concat(
                        caseRow().columns(),
                        Stream.<@Nullable Object>of(
                                run.definition().version(), run.before().id())));
        rest();
    }

    /** What became of the case and, in the same statement, what stands beside its row. */
    private void add(String statement, Stream<@Nullable Object> columns) {
        var beside = Beside.of(run, command, people);
        trip.add(
                beside.clause() + statement,
                Stream.concat(beside.values().stream(), columns).toArray());
    }

    private record Row(
            String status,
            String state,
            String form,
            String facts,
            String participants,
            String standIns,
            @Nullable Instant endedAt,
            Entry.Head head,
            List<Entry> entries) {

        Stream<@Nullable Object> columns() {
            return Stream.of(
                    status,
                    state,
                    form,
                    facts,
                    participants,
                    standIns,
                    endedAt,
                    head.seq(),
                    head.hash().bytes());
        }
    }

    private @Nullable Row row;

    private Row caseRow() {
        var entries = Chronicle.of(run);
        row = new Row(
                Run.word(run.state().status()),
                FlowJson.write(run.state()),
                JSON.writeValueAsString(run.form()),
                JSON.writeValueAsString(run.facts()),
                RoundTrip.array(run.before().participantsAnd(people)),
                run.standIns().write(),
                run.state().isEnded() ? run.said().at() : null,
                entries.isEmpty()
                        ? run.before().journalHead()
                        : entries.getLast().head(),
                entries);
        return row;
    }

    private void rest() {
        new TaskWriting(run, trip).all();
        Alarm.follow(run.before().id(), run.before().state(), run.state(), trip);
        Outbox.follow(run, trip);
        incidents();
    }

    /** What stops the case now and did not before, and what stops it no more, for whatever reason. */
    private void incidents() {
        var before = run.before().state().incidents();
        var after = run.state().incidents();
        for (var incident : after) {
            if (isMissing(incident, before)) {
                trip.add(
                        "insert into process.incident values (?, ?, ?, ?, ?, ?, null)",
                        run.before().id(),
                        incident.number(),
                        incident.node(),
                        Run.word(incident.kind()),
                        incident.message(),
                        run.said().at());
            }
        }
        for (var incident : before) {
            if (isMissing(incident, after)) {
                trip.add(
                        "update process.incident set resolved_at = ? where case_id = ? and number = ?",
                        run.said().at(),
                        run.before().id(),
                        incident.number());
            }
        }
    }

    private static boolean isMissing(FlowIncident incident, List<FlowIncident> others) {
        return others.stream().noneMatch(other -> other.number() == incident.number());
    }

    /** Whoever is asked by this run, and for whom they act. */
    private static Set<UUID> people(Run run) {
        var people = new HashSet<String>();
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
        var asked = people.stream().map(UUID::fromString).collect(Collectors.toSet());
        run.standIns().byActivity().values().forEach(behalf -> asked.addAll(behalf.values()));
        return asked;
    }

    List<Entry> entries() {
        return row == null ? List.of() : row.entries();
    }

    void run(Connection connection) throws SQLException {
        trip.run(connection);
    }
}
