package zhangfa.process.overdue;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.notification.Message;
import zhangfa.notification.Message.Item;
import zhangfa.notification.Message.Link;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;
import zhangfa.notification.Urgency;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Overdue.By;
import zhangfa.process.Overdue.Late;
import zhangfa.process.definition.Definitions;

/**
 * Writes the card of a week: how much is late for whom its reader answers, and the longest overdue one by one. Its words hold
 * figures only, since groups may hear them; what the reader may not see is not named to them either.
 */
@Component
class WeekCard {

    static final String KIND = "task.week";

    private static final Window LONGEST = new Window(10, null);
    private static final int UNITS = 5;

    private final LateTasks tasks;
    private final Definitions definitions;
    private final Organization organization;
    private final MessageSource messages;
    private final DateTimeFormatter minute;

    WeekCard(LateTasks tasks, Definitions definitions, Organization organization, MessageSource messages, Clock clock) {
        this.tasks = tasks;
        this.definitions = definitions;
        this.organization = organization;
        this.messages = messages;
        this.minute = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(clock.getZone());
    }

    @Bean
    static MessageKinds kindOfWeekCards() {
        return MessageKinds.of(new MessageKind(KIND, 115, true));
    }

    /** What is to be said, and how much is late. */
    record Card(int late, Message message) {}

    Card of(Account reader) {
        var units = tasks.ofPost(reader, By.UNIT);
        var late = units.stream().mapToInt(unit -> unit.count()).sum();
        var where = units.stream()
                .limit(UNITS)
                .map(unit -> unit.name() + " " + unit.count())
                .collect(Collectors.joining("、"));
        var oldest = units.stream().map(unit -> unit.oldest()).min(Instant::compareTo);
        return new Card(
                late,
                new Message(
                        KIND,
                        Set.of(reader.id()),
                        "process.week",
                        List.of(reader.name(), late, oldest.map(minute::format).orElse(""), where),
                        null,
                        "/overdue",
                        null,
                        Urgency.NORMAL,
                        tasks.ofPost(reader, LONGEST).items().stream()
                                .map(one -> item(one, reader))
                                .toList()));
    }

    private Item item(Late late, Account reader) {
        var of = late.of();
        var urge = of == null || late.seats().contains(reader.id())
                ? null
                : new Link(said("process.week.urge"), "/cases/" + of.id() + "/urging");
        return new Item(
                of == null ? said("process.week.elsewhere", late.processName()) : of.title(),
                of == null ? null : "/cases/" + of.id(),
                note(late),
                late.articles().stream()
                        .map(article -> new Link(article, "/rulebook/articles/" + article))
                        .toList(),
                urge);
    }

    private Object note(Late late) {
        var definition = definitions.version(late.process(), late.version());
        var name = organization.person(late.person()).map(Person::name).orElse("—");
        return Message.inEachLanguage(locale -> messages.getMessage(
                "process.week.late",
                new Object[] {
                    late.stepName() == null
                            ? messages.getMessage("process.step.initiator", null, locale)
                            : definition.stepName(late.step(), locale),
                    name,
                    minute.format(late.dueAt())
                },
                locale));
    }

    private Object said(String key, Object... arguments) {
        return Message.inEachLanguage(locale -> messages.getMessage(key, arguments, locale));
    }
}
