package zhangfa.process.run;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.api.Refusal;
import zhangfa.database.RoundTrip;
import zhangfa.flow.CommandRefused;
import zhangfa.flow.FlowTask;
import zhangfa.journal.Happening;
import zhangfa.journal.Journal;
import zhangfa.notification.OpenPages;
import zhangfa.process.form.Fields;

/** One command, one transaction: what a run decided is written and committed in one round trip, with its journal. */
@Component
class Commits {

    private final TransactionTemplate transaction;
    private final DataSource database;
    private final Journal journal;
    private final CaseRows rows;
    private final Tidings tidings;
    private final OpenPages pages;
    private final Numbering numbering;

    Commits(
            PlatformTransactionManager transactions,
            DataSource database,
            Journal journal,
            CaseRows rows,
            Tidings tidings,
            OpenPages pages,
            Numbering numbering) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.journal = journal;
        this.rows = rows;
        this.tidings = tidings;
        this.pages = pages;
        this.numbering = numbering;
    }

    /** Does the work in a transaction. A command that was done before cannot be done again: then its case is answered. */
    UUID once(@Nullable UUID command, Supplier<UUID> work) {
        return transacted(command, status -> work.get());
    }

    /** Begins a case as the work decides: what it decided is written last of all, and its commit travels along. */
    UUID begin(@Nullable UUID command, String title, Supplier<Run> work) {
        return transacted(command, status -> {
            var run = work.get();
            write(started(run, title, command), run, status.isNewTransaction());
            return run.before().id();
        });
    }

    /** Moves a case on as the work decides: what it decided is written last of all, and its commit travels along. */
    UUID move(@Nullable UUID command, Supplier<Run> work) {
        return transacted(command, status -> {
            var run = work.get();
            write(continued(run, command), run, status.isNewTransaction());
            return run.before().id();
        });
    }

    private UUID transacted(@Nullable UUID command, TransactionCallback<UUID> work) {
        try {
            return Objects.requireNonNull(transaction.execute(work));
        } catch (RuntimeException failed) {
            return Optional.ofNullable(command)
                    .flatMap(rows::commanded)
                    .orElseThrow(() -> failed instanceof CommandRefused refused ? refusal(refused) : failed);
        }
    }

    /** Writes a case that begins, within the caller's transaction. */
    void start(Run run, String title, @Nullable UUID command) {
        write(started(run, title, command), run, false);
    }

    /** Writes what a case has come to, within the caller's transaction. */
    void go(Run run, @Nullable UUID command) {
        write(continued(run, command), run, false);
    }

    private Writing started(Run run, String title, @Nullable UUID command) {
        var writing = new Writing(run, command);
        writing.started(title, numbering.of(run.before(), run));
        return writing;
    }

    private static Writing continued(Run run, @Nullable UUID command) {
        var writing = new Writing(run, command);
        writing.continued();
        return writing;
    }

    /** Something that is said about a case and leaves it where it is. */
    void note(CaseRow row, UUID who, Instant at, String kind, Map<String, Object> content, List<UUID> copies) {
        var entry = new Happening(at, who, null, kind, null, null, Fields.write(content)).after(row.journalHead());
        var trip = new RoundTrip()
                .add(
                        "update process.case set journal_seq = ?, journal_hash = ?, participants = ?::uuid[] where id = ?",
                        entry.seq(),
                        entry.hash().bytes(),
                        RoundTrip.array(row.participantsAnd(copies)),
                        row.id());
        journal.write(List.of(entry), trip);
        for (var person : copies) {
            trip.add(Beside.parts(List.of(person)), person, row.id());
            trip.add("insert into process.copy values (?, ?, ?, ?) on conflict do nothing", row.id(), person, who, at);
        }
        tidings.said(row, who, kind, content, copies, trip);
        trip.run(database);
        pages.tellAfterCommit(
                Stream.concat(Stream.of(row.initiator()), copies.stream()).toList());
    }

    private void write(Writing writing, Run run, boolean commits) {
        var trip = writing.trip();
        journal.write(writing.entries(), trip);
        tidings.of(run, trip);
        if (commits) {
            trip.add("commit");
        }
        trip.run(database);
        pages.tellAfterCommit(concerned(run));
    }

    private static List<UUID> concerned(Run run) {
        var people = new HashSet<UUID>();
        people.add(run.before().initiator());
        Optional.ofNullable(run.said().actor()).ifPresent(people::add);
        Stream.concat(run.before().state().openTasks().stream(), run.state().openTasks().stream())
                .flatMap(Commits::seats)
                .map(UUID::fromString)
                .forEach(people::add);
        return List.copyOf(people);
    }

    private static Stream<String> seats(FlowTask task) {
        return Stream.concat(task.candidates().stream(), Stream.ofNullable(task.assignee()));
    }

    private static Refusal refusal(CommandRefused refused) {
        return switch (refused.reason()) {
            case NOT_YOURS -> Refusal.of(Refusal.Kind.NOT_ALLOWED, "{process.not-yours}");
            case NO_SUCH_STEP -> Refusal.invalid("/to", "{process.no-such-step}");
            case STALE -> Refusal.conflict("{process.stale}");
            case TAKEN -> Refusal.conflict("{process.taken}");
            case NOT_RUNNING -> Refusal.conflict("{process.not-running}");
            case SUSPENDED -> Refusal.conflict("{process.suspended}");
            case NOT_ALLOWED -> Refusal.conflict("{process.impossible}");
            case TOO_MANY_TOKENS -> Refusal.conflict("{process.too-many-tokens}");
        };
    }
}
