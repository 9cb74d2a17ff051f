package zhangfa.process.run;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowModel;
import zhangfa.notification.Message;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** What those are told who stand beside a case: whoever watches it, and whoever has a task no more because the organisation has changed. */
@Component
class BesideTidings {

    static final String WATCHED = "case.watched";

    private final Organization organization;
    private final Words words;

    BesideTidings(Organization organization, Words words) {
        this.organization = organization;
        this.words = words;
    }

    List<Message> of(Run run) {
        var watchers = watchers(run);
        return run.events().stream()
                .flatMap(event -> switch (event) {
                    case FlowEvent.TaskOpened again -> Stream.of(reorganized(run, again));
                    case FlowEvent.TaskClosed closed
                    when closed.by() != null && run.state().isRunning() && !watchers.isEmpty() ->
                        Stream.of(watched(run, watchers, "process.notice.watched", step(run, closed.step())));
                    case FlowEvent.CaseEnded ended
                    when !watchers.isEmpty() ->
                        Stream.of(watched(run, watchers, "process.notice.watched-" + Run.word(ended.how())));
                    default -> Stream.<Message>empty();
                })
                .toList();
    }

    /** Whoever acts knows, and who started the case is told anyway. */
    private static Set<UUID> watchers(Run run) {
        return run.before().watchers().stream()
                .filter(person -> !person.equals(run.said().actor())
                        && !person.equals(run.before().initiator()))
                .collect(Collectors.toSet());
    }

    private Message watched(Run run, Set<UUID> watchers, String key, Object... more) {
        var arguments = Stream.concat(Stream.of(run.before().title(), actor(run)), Stream.of(more));
        return Message.onCase(
                WATCHED, watchers, run.before().id(), key, run.said().comment(), arguments.toArray());
    }

    private Object step(Run run, String step) {
        return step.equals(FlowModel.INITIATOR)
                ? Message.inEachLanguage(locale -> words.say("{process.step.initiator}", locale))
                : Tidings.named(run, step);
    }

    private Object actor(Run run) {
        return run.said().actor() == null
                ? Message.inEachLanguage(locale -> words.say("{process.clock}", locale))
                : organization
                        .person(Objects.requireNonNull(run.said().actor()))
                        .map(Person::name)
                        .orElse("—");
    }

    /** Who had the task already that is opened for others. */
    static Set<UUID> had(Run run, FlowEvent.TaskOpened again) {
        return run.before().state().openTask(again.task()).stream()
                .flatMap(TaskWriting::seats)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private static Message reorganized(Run run, FlowEvent.TaskOpened again) {
        var lost = new HashSet<>(had(run, again));
        run.state()
                .openTask(again.task())
                .ifPresent(task -> TaskWriting.seats(task).map(UUID::fromString).forEach(lost::remove));
        return Message.onCase(
                Tidings.TRANSFERRED,
                lost,
                run.before().id(),
                "process.notice.reorganized",
                null,
                run.before().title(),
                Tidings.named(run, again.step()));
    }
}
