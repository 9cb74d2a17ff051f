package zhangfa.work.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.journal.Journal;
import zhangfa.process.CaseFile;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;
import zhangfa.ui.RouteStep;
import zhangfa.ui.RouteStep.Member;
import zhangfa.ui.RouteStep.State;
import zhangfa.work.inbox.Rows;

/** Draws the route of a case: what was done, where it is, and what is expected, from top to bottom. */
@Component
public class Routes {

    private static final int LONGEST = 10_000;

    private final Reading reading;
    private final Rows rows;
    private final Words words;
    private final Journal journal;

    Routes(Reading reading, Rows rows, Words words, Journal journal) {
        this.reading = reading;
        this.rows = rows;
        this.words = words;
        this.journal = journal;
    }

    List<RouteStep> of(CaseFile file) {
        var steps = new ArrayList<RouteStep>();
        steps.add(new RouteStep(
                words.say("{work.route.filed}"),
                null,
                State.DONE,
                List.of(new Member(rows.name(file.startedBy()), null)),
                file.startedAt(),
                null));
        for (var together : together(file.tasks())) {
            steps.add(step(together));
        }
        reading.ahead(file).forEach(expected -> steps.add(next(expected)));
        if (file.status().equals("cancelled") && file.endedAt() != null) {
            steps.add(cancelled(file, file.endedAt()));
        }
        return steps;
    }

    /** By whom, the journal says; nobody where a case that had called it took it back. */
    private RouteStep cancelled(CaseFile file, Instant at) {
        var by = journal.of(file.id(), 0, LONGEST).stream()
                .filter(entry -> entry.kind().equals("case_ended") && entry.actor() != null)
                .reduce((one, later) -> later)
                .map(entry -> new Member(rows.name(Objects.requireNonNull(entry.actor())), null));
        return new RouteStep(
                words.say("{work.route.cancelled}"),
                null,
                State.REJECTED,
                by.stream().toList(),
                at,
                null);
    }

    /** The route of a case that has not been started. */
    public List<RouteStep> of(List<Reading.Expected> forecast) {
        return forecast.stream().map(this::next).toList();
    }

    /** Tasks of one round of one step are one place on the route; what was dropped undecided is none. */
    private static List<List<TaskItem>> together(List<TaskItem> tasks) {
        var rounds = new ArrayList<List<TaskItem>>();
        for (var task : tasks) {
            if (task.closed() != null && task.closed().how().equals("dropped")) {
                continue;
            }
            var last = rounds.isEmpty() ? null : rounds.getLast().getLast();
            if (last == null
                    || !last.step().equals(task.step())
                    || !last.createdAt().equals(task.createdAt())) {
                rounds.add(new ArrayList<>());
            }
            rounds.getLast().add(task);
        }
        return rounds;
    }

    private RouteStep step(List<TaskItem> round) {
        var first = round.getFirst();
        var open = round.stream().anyMatch(TaskItem::isOpen);
        var closed = round.getLast().closed();
        return new RouteStep(
                first.name() == null ? words.say("{process.step.initiator}") : first.name(),
                mode(round.size() > 1 ? "all" : first.isOpen() && first.seats().size() > 1 ? "any" : null),
                open || closed == null ? State.NOW : state(closed.how()),
                round.stream().flatMap(task -> members(task).stream()).toList(),
                open || closed == null ? first.createdAt() : closed.at(),
                closed == null ? null : closed.comment());
    }

    private List<Member> members(TaskItem task) {
        var closed = task.closed();
        if (closed != null && closed.by() != null) {
            return List.of(
                    new Member(rows.name(closed.by()), said(task, closed.by(), "{work.closing." + closed.how() + "}")));
        }
        return task.seats().stream().map(person -> member(person, task)).toList();
    }

    private Member member(UUID person, TaskItem task) {
        return new Member(
                rows.name(person), said(task, person, person.equals(task.claimedBy()) ? "{work.claimed}" : null));
    }

    /** What is to be said behind a name: for whom, and what they did. */
    private @Nullable String said(TaskItem task, UUID person, @Nullable String key) {
        var principal = task.behind(person);
        var word = key == null ? null : words.say(key);
        if (principal == null) {
            return word;
        }
        var behalf = words.say("{work.behalf|" + rows.name(principal) + "}");
        return word == null ? behalf : behalf + " " + word;
    }

    private RouteStep next(Reading.Expected expected) {
        return new RouteStep(
                expected.name(),
                mode(expected.people().size() > 1 ? expected.mode() : null),
                State.NEXT,
                expected.people().stream()
                        .map(person -> new Member(rows.name(person), null))
                        .toList(),
                null,
                note(expected));
    }

    private @Nullable String note(Reading.Expected expected) {
        var notes = new ArrayList<String>();
        if (expected.open() != null) {
            notes.add(words.say("{work.route.open." + expected.open() + "}"));
        }
        if (!expected.certain()) {
            notes.add(words.say("{work.route.perhaps}"));
        }
        return notes.isEmpty() ? null : String.join(" · ", notes);
    }

    private @Nullable String mode(@Nullable String mode) {
        return mode == null ? null : words.say("{work.mode." + mode + "}");
    }

    private static State state(String how) {
        return switch (how) {
            case "rejected" -> State.REJECTED;
            case "returned" -> State.RETURNED;
            default -> State.DONE;
        };
    }
}
