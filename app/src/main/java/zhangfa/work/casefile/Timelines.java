package zhangfa.work.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Words;
import zhangfa.flow.FlowModel;
import zhangfa.journal.Entry;
import zhangfa.journal.Journal;
import zhangfa.process.CaseFile;
import zhangfa.process.Processes;
import zhangfa.ui.Timeline;
import zhangfa.ui.TimelineEvent;
import zhangfa.work.inbox.Rows;

/** Puts a case's journal into words, one line for each event. */
@Component
public class Timelines {

    private static final int LONGEST = 500;
    private static final int UUID_LENGTH = 36;

    private final Journal journal;
    private final Processes processes;
    private final Rows rows;
    private final Words words;
    private final JsonMapper json;
    private final DateTimeFormatter minute;

    Timelines(Journal journal, Processes processes, Rows rows, Words words, JsonMapper json, Clock clock) {
        this.journal = journal;
        this.processes = processes;
        this.rows = rows;
        this.words = words;
        this.json = json;
        this.minute = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(clock.getZone());
    }

    /** What only the kernel cares about, such as a token that goes on behind an action, is not told. */
    public Timeline of(CaseFile file) {
        return Timeline.of(journal.of(file.id(), 0, LONGEST).stream()
                .flatMap(entry -> event(entry, file).stream())
                .toList());
    }

    private Optional<TimelineEvent> event(Entry entry, CaseFile file) {
        var data = entry.data() == null ? json.createObjectNode() : json.readTree(entry.data());
        return words.knows(key(entry, data)) ? Optional.of(event(entry, data, file)) : Optional.empty();
    }

    private TimelineEvent event(Entry entry, JsonNode data, CaseFile file) {
        var actor = entry.actor() == null ? null : rows.name(entry.actor());
        return new TimelineEvent(
                actor,
                entry.onBehalfOf() == null ? null : rows.name(entry.onBehalfOf()),
                what(entry, data, file),
                opinion(data),
                entry.at());
    }

    private String what(Entry entry, JsonNode data, CaseFile file) {
        var step = entry.activity() == null ? "" : name(entry.activity(), file);
        return words.say("{" + key(entry, data) + "|" + step + "|" + people(data) + "|" + when(data) + "}");
    }

    private static String key(Entry entry, JsonNode data) {
        var event = data.path("events").path(0);
        var how = event.path("how")
                .asString(event.path("purpose").asString(data.path("channel").asString(nuance(entry, data))))
                .toLowerCase(Locale.ROOT);
        return "work.event." + entry.kind() + (how.isEmpty() ? "" : "." + how);
    }

    /** Whether a task is opened for others, a comment mentions somebody, an event of the model began the case, and whether somebody chose nothing more. */
    private static String nuance(Entry entry, JsonNode data) {
        return switch (entry.kind()) {
            case "task_opened" -> "reassign".equals(entry.lifecycle()) ? "again" : "";
            case "case_commented" -> data.path("who").isEmpty() ? "" : "to";
            case "case_started" -> entry.activity() == null ? "" : "event";
            case "activity_chosen" -> entry.activity() == null ? "enough" : "";
            default -> "";
        };
    }

    /** When it was, where that is not when it was written down. */
    private String when(JsonNode data) {
        var at = data.path("at");
        return at.isString() ? minute.format(Instant.parse(at.asString())) : "";
    }

    /** Whom it concerns: those put in copy, or whoever a task was handed to or is signed by. Where a case jumps, it is a step. */
    private String people(JsonNode data) {
        var event = data.path("events").path(0);
        for (var person : List.of(
                event.path("to"), event.path("person"), event.path("signer").path("assignee"))) {
            if (person.isString() && person.asString().length() == UUID_LENGTH) {
                return rows.name(UUID.fromString(person.asString()));
            }
        }
        var seats = Stream.concat(
                        Stream.of(event.path("assignee")),
                        StreamSupport.stream(event.path("candidates").spliterator(), false))
                .filter(JsonNode::isString)
                .map(person -> rows.name(UUID.fromString(person.asString())))
                .toList();
        if (!seats.isEmpty()) {
            return String.join("、", seats);
        }
        if (data.path("contact").isString()) {
            return plain(data.path("contact").asString());
        }
        return StreamSupport.stream(data.path("who").spliterator(), false)
                .map(who -> rows.nameOf(who.asString()))
                .collect(Collectors.joining("、"));
    }

    private String name(String element, CaseFile file) {
        return element.equals(FlowModel.INITIATOR)
                ? words.say("{process.step.initiator}")
                : plain(processes.elementName(file.process(), file.version(), element));
    }

    /** As an argument of a message. */
    private static String plain(String text) {
        return text.replaceAll("[{|}]", " ");
    }

    /** What somebody said with it, and where a next step was agreed, that too. */
    private @Nullable String opinion(JsonNode data) {
        var comment = data.path("comment");
        if (!comment.isString()) {
            return null;
        }
        return data.path("next").isString()
                ? comment.asString()
                        + "\n"
                        + words.say("{work.conversation.next-on|"
                                + data.path("next_on").asString() + "}")
                        + data.path("next").asString()
                : comment.asString();
    }
}
