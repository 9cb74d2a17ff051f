package zhangfa.process.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowSchedule;
import zhangfa.flow.FlowSpan;
import zhangfa.flow.FlowStart;
import zhangfa.flow.FlowStart.Kind;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.job.Jobs;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;
import zhangfa.process.definition.StartTimes;

/**
 * Begins cases when their time has come: once, or again and again on the calendar of the owner's unit. One job for each start
 * event of the version in force; the case and the next time are one transaction under a command that the time names, so that
 * every time begins its case once, whichever node sees it, and a time that nobody saw is made up for.
 */
@Component
class Timetable implements JobHandler, StartTimes {

    static final String KIND = "process.start";

    private static final int MANY = 1 << 29;
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A time at which a case begins.
     *
     * @param number of this time, the first being 1
     * @param first when the first was
     */
    record Tick(String process, int version, String event, int number, Instant first, Instant at) {

        /** The same on every node and after every crash. */
        UUID command() {
            return named("%s/%d/%s/%d/%s".formatted(process, version, event, number, at));
        }

        Job job() {
            return new Job(KIND, id(process, event), at, JSON.writeValueAsString(this));
        }
    }

    private final Definitions definitions;
    private final Beginnings beginnings;
    private final Deadlines deadlines;
    private final Organization organization;
    private final Runs runs;
    private final Commits commits;
    private final Jobs jobs;

    Timetable(
            Definitions definitions,
            Beginnings beginnings,
            Deadlines deadlines,
            Organization organization,
            Runs runs,
            Commits commits,
            Jobs jobs) {
        this.definitions = definitions;
        this.beginnings = beginnings;
        this.deadlines = deadlines;
        this.organization = organization;
        this.runs = runs;
        this.commits = commits;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What of the version before began cases by time does so no more. */
    @Override
    public void comesIntoForce(@Nullable Definition before, FlowModel model, int version) {
        if (before != null) {
            jobs.cancel(
                    KIND,
                    timed(before.model())
                            .map(start -> id(before.key(), start.event()))
                            .toList());
        }
        var now = runs.now();
        timed(model)
                .flatMap(start -> first(model, version, start, now).stream())
                .map(Tick::job)
                .forEach(jobs::schedule);
    }

    private static Stream<FlowStart> timed(FlowModel model) {
        return model.starts().stream().filter(start -> start.kind() == Kind.TIMER);
    }

    /** Times that were over before it came into force begin nothing, but they count. */
    private Optional<Tick> first(FlowModel model, int version, FlowStart start, Instant now) {
        var schedule = Objects.requireNonNull(start.schedule());
        var unit = unit(model.owner());
        var said = schedule.first();
        var first = said == null ? deadlines.after(Objects.requireNonNull(schedule.span()), now, unit) : said;
        var over = over(schedule.span(), first, now, unit);
        var at = over == 0 ? first : deadlines.again(Objects.requireNonNull(schedule.span()), first, first, over, unit);
        var tick = Optional.of(new Tick(model.key(), version, start.event(), over + 1, first, at));
        while (tick.isPresent() && tick.get().at().isBefore(now)) {
            tick = next(tick.get(), schedule, unit);
        }
        return tick;
    }

    /** How many times on the wall, but for the last, were over before now; working time is counted one by one. */
    private int over(@Nullable FlowSpan span, Instant first, Instant now, @Nullable UUID unit) {
        if (span == null || span.unit() == FlowSpan.Unit.WORKING) {
            return 0;
        }
        var step = 1;
        while (step < MANY && deadlines.again(span, first, first, step, unit).isBefore(now)) {
            step *= 2;
        }
        var over = 0;
        for (; step > 0; step /= 2) {
            if (deadlines.again(span, first, first, over + step, unit).isBefore(now)) {
                over += step;
            }
        }
        return over;
    }

    private Optional<Tick> next(Tick tick, FlowSchedule schedule, @Nullable UUID unit) {
        var span = schedule.span();
        if (span == null || (schedule.times() >= 0 && tick.number() >= schedule.times())) {
            return Optional.empty();
        }
        var at = deadlines.again(span, tick.first(), tick.at(), tick.number(), unit);
        return Optional.of(new Tick(tick.process(), tick.version(), tick.event(), tick.number() + 1, tick.first(), at));
    }

    /** After a crash the job may come with a time that is still to come. */
    @Override
    public void run(Job job) {
        var tick = JSON.readValue(job.data(), Tick.class);
        if (tick.at().isAfter(runs.now())) {
            jobs.schedule(tick.job());
            return;
        }
        definitions
                .current(tick.process())
                .filter(definition -> definition.version() == tick.version())
                .ifPresent(definition -> begin(definition, tick));
    }

    private void begin(Definition definition, Tick tick) {
        var start = timed(definition.model())
                .filter(one -> one.event().equals(tick.event()))
                .findFirst()
                .orElseThrow();
        var schedule = Objects.requireNonNull(start.schedule());
        commits.once(tick.command(), () -> {
            next(tick, schedule, unit(definition.owner())).map(Tick::job).ifPresent(jobs::schedule);
            return beginnings.begin(definition, start, null, Run.Said.byNobody(tick.command(), runs.now()));
        });
    }

    /** Whose calendar counts; the company's where it is null. */
    private @Nullable UUID unit(@Nullable String owner) {
        return beginnings
                .owner(owner)
                .flatMap(organization::person)
                .map(Person::unit)
                .orElse(null);
    }

    @Override
    public Optional<Instant> next(String process, String event) {
        return jobs.due(KIND, id(process, event));
    }

    private static String id(String process, String event) {
        return named(process + "/" + event).toString();
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
