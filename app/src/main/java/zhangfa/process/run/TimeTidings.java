package zhangfa.process.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowTask;
import zhangfa.flow.FlowTimer.Purpose;
import zhangfa.notification.Message;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** What people are told of the time of a task: that it runs out, that it is over, and who has not done it. */
@Component
class TimeTidings {

    static final String WARNED = "task.warned";
    static final String OVERDUE = "task.overdue";
    static final String ESCALATED = "task.escalated";

    private final Organization organization;

    TimeTidings(Organization organization) {
        this.organization = organization;
    }

    List<Message> of(Run run) {
        var messages = new ArrayList<Message>();
        for (var event : run.events()) {
            if (event instanceof FlowEvent.TimerFired fired && fired.purpose() != Purpose.EVENT) {
                messages.add(fired(run, fired));
            } else if (event instanceof FlowEvent.TaskEscalated escalated) {
                run.state().openTask(escalated.task()).ifPresent(task -> messages.add(escalated(run, task, escalated)));
            }
        }
        return messages;
    }

    /** To whoever still holds it: what its time has decided is nobody's to do any more. */
    private static Message fired(Run run, FlowEvent.TimerFired fired) {
        var holders = run.state().openTasks().stream()
                .filter(task -> task.activity() == fired.visit())
                .flatMap(TaskWriting::seats)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        return fired.purpose() == Purpose.WARNING
                ? message(run, WARNED, "process.notice.warned", holders, fired.node())
                : message(run, OVERDUE, "process.notice.overdue", holders, fired.node());
    }

    private Message escalated(Run run, FlowTask task, FlowEvent.TaskEscalated escalated) {
        var holders = TaskWriting.seats(task).map(UUID::fromString).toList();
        return message(
                run,
                ESCALATED,
                "process.notice.escalated",
                Set.of(UUID.fromString(escalated.to())),
                task.step(),
                names(holders));
    }

    private String names(Collection<UUID> people) {
        return organization.people(people).stream().map(Person::name).collect(Collectors.joining("、"));
    }

    private static Message message(Run run, String kind, String words, Set<UUID> to, String step, Object... more) {
        var arguments = new ArrayList<Object>(List.of(run.before().title(), Tidings.named(run, step)));
        arguments.addAll(List.of(more));
        return Message.onCase(kind, to, run.before().id(), words, null, arguments.toArray());
    }
}
