package zhangfa.process.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.database.RoundTrip;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowModel;
import zhangfa.notification.Ladder;
import zhangfa.notification.Message;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;
import zhangfa.notification.Notifications;
import zhangfa.notification.UrgentNotices;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** What people are told of a case: work that is now theirs, what became of what they asked for, what others say. */
@Component
class Tidings {

    private static final String ASSIGNED = "task.assigned";
    static final String TRANSFERRED = "task.transferred";
    private static final String DECIDED = "case.decided";
    private static final String RETURNED = "case.returned";
    private static final String ENDED = "case.ended";
    private static final String COPIED = "case.copied";
    private static final String COMMENTED = "case.commented";
    private static final String MENTIONED = "case.mentioned";
    private static final String URGED = "task.urged";
    private static final String URGENT = "case.urgent";

    /** Journal entries of what is said about a case. */
    static final String COMMENTED_ON = "case_commented";

    static final String COPIED_TO = "case_copied";
    static final String ALERTED = "urgent_notice_raised";
    static final String TALKED = "conversation_recorded";
    static final String URGED_FOR = "case_urged";

    private final Notifications notifications;
    private final Organization organization;
    private final TimeTidings times;
    private final TroubleTidings troubles;
    private final BesideTidings beside;
    private final Words words;
    private final UrgentNotices urgent;

    Tidings(
            Notifications notifications,
            Organization organization,
            TimeTidings times,
            TroubleTidings troubles,
            BesideTidings beside,
            Words words,
            UrgentNotices urgent) {
        this.notifications = notifications;
        this.organization = organization;
        this.times = times;
        this.troubles = troubles;
        this.beside = beside;
        this.words = words;
        this.urgent = urgent;
    }

    @Bean
    static MessageKinds kindsOfCases() {
        return MessageKinds.of(
                new MessageKind(ASSIGNED, 10, true),
                new MessageKind(TRANSFERRED, 20, true),
                new MessageKind(RETURNED, 30, true),
                new MessageKind(ENDED, 40, true),
                new MessageKind(DECIDED, 50, false),
                new MessageKind(COPIED, 60, false),
                new MessageKind(COMMENTED, 70, true),
                new MessageKind(MENTIONED, 72, true),
                new MessageKind(BesideTidings.WATCHED, 74, false),
                new MessageKind(URGENT, 78, true, new Ladder(15, Ladder.RUNGS)),
                new MessageKind(URGED, 80, true),
                new MessageKind(TroubleTidings.STUCK, 85, true),
                new MessageKind(TroubleTidings.CHOICE, 86, true),
                new MessageKind(TimeTidings.WARNED, 90, true),
                new MessageKind(TimeTidings.OVERDUE, 100, true),
                new MessageKind(TimeTidings.ESCALATED, 110, true));
    }

    /** Nobody is told what they did themselves. */
    void of(Run run, RoundTrip trip) {
        var messages = new ArrayList<Message>();
        newTasks(run).forEach((step, people) -> messages.add(assigned(run, step, people)));
        for (var event : run.events()) {
            switch (event) {
                case FlowEvent.TaskTransferred moved -> messages.add(transferred(run, moved.to()));
                case FlowEvent.TaskDelegated lent -> messages.add(transferred(run, lent.to()));
                case FlowEvent.TaskResolved back -> messages.add(transferred(run, back.to()));
                case FlowEvent.TaskClosed closed
                when isAgreed(closed) && run.state().isRunning() -> messages.add(decided(run, closed));
                case FlowEvent.CaseEnded ended -> messages.add(ended(run, ended));
                default -> {}
            }
        }
        messages.addAll(times.of(run));
        messages.addAll(troubles.of(run));
        messages.addAll(beside.of(run));
        notifications.send(messages, trip);
    }

    /** Somebody commented on a case, urged those who hold it or put people into copy. */
    void said(
            CaseRow row, UUID who, String kind, Map<String, Object> content, Collection<UUID> copies, RoundTrip trip) {
        var remark = content.get("comment") instanceof String comment ? comment : null;
        if (kind.equals(ALERTED)) {
            urgent.raise(of(URGENT, without(who, copies), row, "process.notice.urgent", remark, who)
                    .urgent());
            return;
        }
        var message = switch (kind) {
            case COPIED_TO -> of(COPIED, without(who, copies), row, "process.notice.copied", remark, who);
            case URGED_FOR -> of(URGED, without(who, holders(row)), row, "process.notice.urged", remark, who);
            case TALKED -> of(COMMENTED, without(who, around(row)), row, "process.notice.talked", remark, who);
            default -> of(COMMENTED, unmentioned(row, who, content), row, "process.notice.commented", remark, who);
        };
        var mentioned = kind.equals(COMMENTED_ON) ? mentioned(content) : Set.<UUID>of();
        var mention = of(MENTIONED, without(who, mentioned), row, "process.notice.mentioned", remark, who);
        notifications.send(List.of(message, mention), trip);
    }

    /** By username, as the journal keeps them. */
    private Set<UUID> mentioned(Map<String, Object> content) {
        return content.get("who") instanceof Collection<?> names
                ? names.stream()
                        .flatMap(name -> organization.personNamed(String.valueOf(name)).stream())
                        .map(Person::id)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Set<UUID> unmentioned(CaseRow row, UUID who, Map<String, Object> content) {
        var people = new HashSet<>(without(who, around(row)));
        people.removeAll(mentioned(content));
        return people;
    }

    private Message of(String kind, Set<UUID> to, CaseRow row, String key, @Nullable String remark, UUID who) {
        return Message.onCase(kind, to, row.id(), key, remark, row.title(), name(who));
    }

    /** Whom each step asks now, who was not asked before. */
    private static Map<String, Set<UUID>> newTasks(Run run) {
        var steps = new LinkedHashMap<String, Set<UUID>>();
        for (var event : run.events()) {
            if (event instanceof FlowEvent.TaskOpened opened
                    && run.state().openTask(opened.task()).isPresent()) {
                var seats = opened.assignee() == null ? opened.candidates() : List.of(opened.assignee());
                var people = steps.computeIfAbsent(opened.step(), step -> new HashSet<>());
                seats.stream().map(UUID::fromString).forEach(people::add);
                BesideTidings.had(run, opened).forEach(people::remove);
            }
        }
        return steps;
    }

    private Message assigned(Run run, String step, Set<UUID> people) {
        var to = without(run.said().actor(), people);
        var id = run.before().id();
        var title = run.before().title();
        if (step.equals(FlowModel.INITIATOR)) {
            return Message.onCase(
                    RETURNED,
                    to,
                    id,
                    "process.notice.returned",
                    run.said().comment(),
                    title,
                    name(run.said().actor()));
        }
        return Message.onCase(
                ASSIGNED,
                to,
                id,
                "process.notice.assigned",
                null,
                title,
                name(run.before().initiator()),
                named(run, step));
    }

    private Message transferred(Run run, String to) {
        return Message.onCase(
                TRANSFERRED,
                without(run.said().actor(), List.of(UUID.fromString(to))),
                run.before().id(),
                "process.notice.transferred",
                run.said().comment(),
                run.before().title(),
                name(run.said().actor()));
    }

    private Message decided(Run run, FlowEvent.TaskClosed closed) {
        return Message.onCase(
                DECIDED,
                without(run.said().actor(), List.of(run.before().initiator())),
                run.before().id(),
                "process.notice.decided",
                run.said().comment(),
                run.before().title(),
                name(run.said().actor()),
                named(run, closed.step()));
    }

    private Message ended(Run run, FlowEvent.CaseEnded ended) {
        return Message.onCase(
                ENDED,
                without(run.said().actor(), List.of(run.before().initiator())),
                run.before().id(),
                "process.notice.ended-" + Run.word(ended.how()),
                run.said().comment(),
                run.before().title(),
                name(run.said().actor()));
    }

    private static boolean isAgreed(FlowEvent.TaskClosed closed) {
        return closed.by() != null
                && (closed.how() == FlowEvent.Closing.APPROVED || closed.how() == FlowEvent.Closing.COMPLETED)
                && !closed.step().equals(FlowModel.INITIATOR);
    }

    static Object named(Run run, String step) {
        return Message.inEachLanguage(locale -> run.definition().stepName(step, locale));
    }

    /** Whoever waits for the case, and whoever the case waits for. */
    private static List<UUID> around(CaseRow row) {
        return Stream.of(List.of(row.initiator()), holders(row), row.watchers())
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<UUID> holders(CaseRow row) {
        return row.state().openTasks().stream()
                .flatMap(TaskWriting::seats)
                .map(UUID::fromString)
                .toList();
    }

    /** Nobody is the clock, which decides where a model says so. */
    private Object name(@Nullable UUID person) {
        return person == null
                ? Message.inEachLanguage(locale -> words.say("{process.clock}", locale))
                : organization.person(person).map(Person::name).orElse("—");
    }

    private static Set<UUID> without(@Nullable UUID actor, Collection<UUID> people) {
        return people.stream().filter(person -> !person.equals(actor)).collect(Collectors.toSet());
    }
}
