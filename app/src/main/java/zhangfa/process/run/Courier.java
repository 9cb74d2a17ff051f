package zhangfa.process.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.flow.CommandRefused;
import zhangfa.flow.FlowCommand;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.process.Messages.Incoming;
import zhangfa.process.Messages.Taken;

/**
 * Brings a message to the one case that waits for it, or begins the one that it begins: one that came from outside at once, one that a case has thrown by a job,
 * which tries again while nobody waits yet. It arrives once, whoever repeats it: its id is the command's.
 */
@Component
class Courier implements JobHandler {

    static final String KIND = "process.message";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A message that a case has thrown. */
    record Letter(
            UUID from,
            String element,
            String name,
            @Nullable String key) {}

    private final Subscriptions subscriptions;
    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;
    private final Beginnings beginnings;
    private final Undelivered undelivered;
    private final JdbcClient jdbc;

    Courier(
            Subscriptions subscriptions,
            CaseRows rows,
            Runs runs,
            Commits commits,
            Beginnings beginnings,
            Undelivered undelivered,
            JdbcClient jdbc) {
        this.subscriptions = subscriptions;
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
        this.beginnings = beginnings;
        this.undelivered = undelivered;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        var letter = JSON.readValue(job.data(), Letter.class);
        var said = Run.Said.byNobody(UUID.fromString(job.id()), runs.now());
        var sender = rows.find(letter.from()).map(CaseRow::initiator).orElse(null);
        var message = new Incoming(letter.name(), letter.key(), null, Map.of(), said.command());
        commits.once(said.command(), () -> hand(message, null, sender, said));
    }

    /** The case that has thrown it is the better place for it. */
    @Override
    public boolean keeps(Job job, String trouble) {
        return undelivered.keep(JSON.readValue(job.data(), Letter.class), job);
    }

    /** @param processes whose cases the sender may reach; any where it is null */
    Taken deliver(Incoming message, @Nullable Collection<String> processes, Run.Said said) {
        var id = commits.once(message.command(), () -> hand(message, processes, said.actor(), said));
        return jdbc.sql("select id, number, process, status from process.case where id = :case")
                .param("case", id)
                .query(Taken.class)
                .single();
    }

    /** To the case that waits for it, or else to the one that it begins. */
    private UUID hand(Incoming message, @Nullable Collection<String> processes, @Nullable UUID sender, Run.Said said) {
        var takers = subscriptions.takers(message.name(), message.key(), message.caseId(), processes);
        var begun = takers.isEmpty() && message.caseId() == null
                ? beginnings.byMessage(message.name(), sender, processes, said)
                : Optional.<UUID>empty();
        return begun.orElseGet(() -> hand(only(message.name(), message.key(), takers), message, said));
    }

    private UUID hand(UUID taker, Incoming message, Run.Said said) {
        var name = message.name();
        var key = message.key();
        var row = rows.lock(taker).orElseThrow(() -> nobody(name, key));
        Inputs.checkFields(runs.definition(row), row.form(), said.patch());
        var run = runs.of(row, said);
        try {
            run.apply(new FlowCommand.Deliver(said.command(), said.at(), said.by(), name, key));
        } catch (CommandRefused refused) {
            throw refused.reason() == CommandRefused.Reason.STALE ? nobody(name, key) : refused;
        }
        commits.go(run, said.command());
        return taker;
    }

    private static UUID only(String name, @Nullable String key, List<UUID> takers) {
        if (takers.isEmpty()) {
            throw nobody(name, key);
        }
        if (takers.size() > 1) {
            throw Refusal.conflict("{process.message.ambiguous|%s|%d}".formatted(named(name, key), takers.size()));
        }
        return takers.getFirst();
    }

    private static Refusal nobody(String name, @Nullable String key) {
        return Refusal.conflict("{process.message.nobody|%s}".formatted(named(name, key)));
    }

    /** That nobody waited for it, in the words of an incident. */
    static String unheard(Letter letter) {
        return nobody(letter.name(), letter.key()).detail();
    }

    private static String named(String name, @Nullable String key) {
        return (key == null ? name : name + " · " + key).replaceAll("[{|}]", " ");
    }
}
