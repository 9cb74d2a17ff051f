package zhangfa.process.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.flow.CommandRefused;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowStart.Kind;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.process.definition.Definition;

/**
 * Tells a signal to every case that waits for it, and begins those that it begins, each in a transaction of its own. After a crash it begins anew: a case
 * that has heard it knows the command again.
 */
@Component
class Broadcast implements JobHandler {

    static final String KIND = "process.signal";

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A signal.
     *
     * @param from the case that has thrown, and heard, it; null where it came from outside
     * @param by who sent it from outside
     * @param processes whose cases hear it; all where it is null
     */
    record Call(
            String name,
            Instant at,
            @Nullable UUID from,
            @Nullable UUID by,
            @Nullable List<String> processes) {}

    private final Subscriptions subscriptions;
    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;
    private final Beginnings beginnings;

    Broadcast(Subscriptions subscriptions, CaseRows rows, Runs runs, Commits commits, Beginnings beginnings) {
        this.subscriptions = subscriptions;
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
        this.beginnings = beginnings;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One case that cannot take it keeps none of the others from hearing it. */
    @Override
    public void run(Job job) {
        var call = JSON.readValue(job.data(), Call.class);
        @Nullable RuntimeException failure = null;
        var last = new UUID(0, 0);
        for (var page = next(call, last); !page.isEmpty(); page = next(call, last)) {
            for (var listener : page) {
                last = listener;
                try {
                    tell(job.id(), call, listener);
                } catch (RuntimeException failed) {
                    failure = failed;
                }
            }
        }
        for (var definition : beginnings.startedBy(Kind.SIGNAL, call.name(), call.processes())) {
            try {
                begin(job.id(), call, definition);
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<UUID> next(Call call, UUID last) {
        return subscriptions.listeners(call.name(), call.at(), call.processes(), last);
    }

    private void tell(String signal, Call call, UUID listener) {
        if (listener.equals(call.from())) {
            return;
        }
        var command = command(signal, listener);
        commits.once(command, () -> {
            rows.lock(listener).ifPresent(row -> {
                var run = runs.of(row, new Run.Said(command, runs.now(), call.by(), null, Map.of()));
                try {
                    run.apply(new FlowCommand.Signal(
                            command, run.said().at(), run.said().by(), call.name()));
                } catch (CommandRefused deaf) {
                    return;
                }
                commits.go(run, command);
            });
            return listener;
        });
    }

    /** Once for each signal, for whoever sent it, or began the case that did. */
    private void begin(String signal, Call call, Definition definition) {
        var command = command(signal, definition.key());
        var sender = call.from() == null
                ? call.by()
                : rows.find(call.from()).map(CaseRow::initiator).orElse(null);
        var said = new Run.Said(command, runs.now(), call.by(), null, Map.of());
        commits.once(command, () -> beginnings.begin(definition, Kind.SIGNAL, call.name(), sender, said));
    }

    private static UUID command(String signal, Object listener) {
        return UUID.nameUUIDFromBytes((signal + listener).getBytes(StandardCharsets.UTF_8));
    }
}
