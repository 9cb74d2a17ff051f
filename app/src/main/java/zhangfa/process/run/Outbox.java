package zhangfa.process.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.Keys;
import zhangfa.database.RoundTrip;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowSubscription;
import zhangfa.flow.FlowSubscription.Kind;
import zhangfa.job.Job;
import zhangfa.job.Jobs;

/**
 * What a run means for others than its case, put into rows in the round trip that writes it: what the case waits for, and
 * what it says to others, as jobs. A run that has nothing to do with others costs nothing.
 */
final class Outbox {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Run run;
    private final RoundTrip trip;

    private Outbox(Run run, RoundTrip trip) {
        this.run = run;
        this.trip = trip;
    }

    static void follow(Run run, RoundTrip trip) {
        var outbox = new Outbox(run, trip);
        outbox.listen();
        outbox.call();
        Jobs.schedule(outbox.jobs(), trip);
    }

    private void listen() {
        var before = carried(run.before().state().subscriptions());
        var after = carried(run.state().subscriptions());
        var over = before.stream().filter(one -> isMissing(one, after)).toList();
        var begun = after.stream().filter(one -> isMissing(one, before)).toList();
        if (!over.isEmpty()) {
            trip.add(
                    "delete from process.subscription where case_id = ? and number = any (?::int[])",
                    run.before().id(),
                    RoundTrip.array(over.stream().map(FlowSubscription::number).toList()));
        }
        for (var load : RoundTrip.loads(begun)) {
            trip.add(
                    "insert into process.subscription values " + RoundTrip.rows("(?, ?, ?, ?, ?, ?, ?)", load.size()),
                    load.stream().flatMap(this::columns).toArray());
        }
    }

    private static List<FlowSubscription> carried(List<FlowSubscription> all) {
        return all.isEmpty()
                ? all
                : all.stream().filter(one -> one.kind() != Kind.CONDITION).toList();
    }

    private static boolean isMissing(FlowSubscription one, List<FlowSubscription> others) {
        return others.stream().noneMatch(other -> other.number() == one.number());
    }

    private Stream<@Nullable Object> columns(FlowSubscription one) {
        return Arrays.<@Nullable Object>asList(
                run.before().id(),
                one.number(),
                Run.word(one.kind()),
                one.node(),
                one.name(),
                one.key(),
                run.said().at())
                .stream();
    }

    /** What the case asks other cases to do, and how it ended for whoever called it. */
    private void call() {
        for (var event : run.events()) {
            if (event instanceof FlowEvent.CaseCalled called) {
                trip.add(
                        "insert into process.call values (?, ?, ?, ?, ?, ?, ?)",
                        Keys.next(),
                        run.before().id(),
                        called.visit(),
                        called.node(),
                        called.process(),
                        JSON.writeValueAsString(called.data()),
                        run.said().at());
            }
        }
        if (isHeard()) {
            trip.add(
                    "update process.call set ended = coalesce(?, ended), error = coalesce(?, error), escalations = escalations || ?::text[] where id = ? and answered_at is null",
                    hasEnded() ? Run.word(run.state().status()) : null,
                    hasEnded() ? error() : null,
                    RoundTrip.array(escalations()),
                    run.before().id());
        }
    }

    /** Whether whoever called the case learns of this run. */
    private boolean isHeard() {
        return run.before().caller() != null && (hasEnded() || !escalations().isEmpty());
    }

    /** What nothing in the case has caught, by code. */
    private List<String> escalations() {
        return run.events().stream()
                .filter(FlowEvent.EscalationThrown.class::isInstance)
                .map(FlowEvent.EscalationThrown.class::cast)
                .filter(thrown -> !thrown.caught())
                .map(thrown -> Objects.requireNonNullElse(thrown.code(), ""))
                .toList();
    }

    private boolean hasEnded() {
        return run.state().isEnded() && !run.before().state().isEnded();
    }

    private @Nullable String error() {
        return run.events().stream()
                .filter(FlowEvent.ErrorThrown.class::isInstance)
                .map(FlowEvent.ErrorThrown.class::cast)
                .reduce((one, later) -> later)
                .map(FlowEvent.ErrorThrown::code)
                .orElse(null);
    }

    private List<Job> jobs() {
        var jobs = said();
        if (!run.before().state().pendingCalls().equals(run.state().pendingCalls())) {
            jobs.add(
                    new Job(Calls.KIND, run.before().id().toString(), run.said().at(), ""));
        }
        if (isHeard()) {
            jobs.add(new Job(
                    Calls.KIND,
                    String.valueOf(run.before().caller()),
                    run.said().at(),
                    ""));
        }
        var before = run.before().state().pendingActions();
        run.state().pendingActions().stream()
                .filter(wait -> !before.contains(wait))
                .map(wait -> new Errands.Errand(run.before().id(), wait.number()))
                .map(errand -> new Job(Errands.KIND, errand.id(), run.said().at(), JSON.writeValueAsString(errand)))
                .forEach(jobs::add);
        return jobs;
    }

    /** Messages and signals, each under an id of its own: whoever receives it twice knows it again. */
    private List<Job> said() {
        var jobs = new ArrayList<Job>();
        for (var event : run.events()) {
            switch (event) {
                case FlowEvent.MessageThrown thrown ->
                    jobs.add(job(
                            Courier.KIND,
                            new Courier.Letter(run.before().id(), thrown.node(), thrown.name(), thrown.key())));
                case FlowEvent.SignalThrown thrown ->
                    jobs.add(job(
                            Broadcast.KIND,
                            new Broadcast.Call(
                                    thrown.name(), run.said().at(), run.before().id(), null, null)));
                default -> {}
            }
        }
        return jobs;
    }

    private Job job(String kind, Record data) {
        return new Job(kind, Keys.next().toString(), run.said().at(), JSON.writeValueAsString(data));
    }
}
