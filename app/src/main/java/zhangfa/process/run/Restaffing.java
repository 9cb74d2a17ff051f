package zhangfa.process.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.flow.Activity;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowStep.Mode;
import zhangfa.flow.FlowTask;

/**
 * Whom the open tasks of a case ask when the organisation has changed: whoever their rules name now. What people have claimed,
 * passed on or added stays with them, and so does every task where the rule names nobody any more, or says {@code
 * on-change="keep"}: what a leaver leaves behind is handed over.
 */
@Component
class Restaffing {

    private final Staffing staffing;

    Restaffing(Staffing staffing) {
        this.staffing = staffing;
    }

    /** Tasks that ask others from now on. */
    List<FlowCommand.Reseat> changes(Run run) {
        return run.state().openTasks().stream()
                .filter(Restaffing::isByRule)
                .collect(Collectors.groupingBy(FlowTask::activity))
                .values()
                .stream()
                .flatMap(tasks -> ofStep(run, tasks).stream())
                .toList();
    }

    private static boolean isByRule(FlowTask task) {
        return !task.step().equals(FlowModel.INITIATOR) && !task.touched() && !task.isDelegated() && !task.isAdded();
    }

    private List<FlowCommand.Reseat> ofStep(Run run, List<FlowTask> tasks) {
        var activity = tasks.getFirst().activity();
        var step = run.model().step(tasks.getFirst().step());
        if ("keep".equals(step.assignment().parameters().get("on-change"))) {
            return List.of();
        }
        var staffed = run.staffed(activity, step.id());
        var changes = step.decision().mode() == Mode.ANY ? shared(run, tasks, staffed) : each(run, tasks, staffed);
        if (!changes.isEmpty()) {
            run.actFor(activity, staffed.behalf());
        }
        return changes;
    }

    private List<FlowCommand.Reseat> shared(Run run, List<FlowTask> tasks, StaffedStep staffed) {
        return tasks.stream()
                .filter(task -> !principals(run, task).equals(named(staffed)))
                .flatMap(task -> reseat(run, task, staffed.names()).stream())
                .toList();
    }

    /** Of those who sign one by one, each who is not named any more is followed by somebody who is, and was not asked yet. */
    private List<FlowCommand.Reseat> each(Run run, List<FlowTask> tasks, StaffedStep staffed) {
        var asked = asked(run, tasks.getFirst().activity());
        var others = new ArrayList<>(
                staffed.names().stream().filter(name -> !asked.contains(name)).toList());
        var named = named(staffed);
        var changes = new ArrayList<FlowCommand.Reseat>();
        for (var task : tasks) {
            if (!others.isEmpty() && !named.containsAll(principals(run, task))) {
                reseat(run, task, List.of(others.removeFirst())).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static Set<String> asked(Run run, int activity) {
        var voted = run.state().activities().stream()
                .filter(one -> one.number() == activity)
                .flatMap(one -> one.votes().stream())
                .map(Activity.Vote::by);
        var open = run.state().openTasks().stream()
                .filter(task -> task.activity() == activity)
                .flatMap(TaskWriting::seats);
        return Stream.concat(voted, open).collect(Collectors.toSet());
    }

    private Optional<FlowCommand.Reseat> reseat(Run run, FlowTask task, List<String> people) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        var ids = people.stream().map(UUID::fromString).toList();
        var accountable =
                staffing.accountable(ids, run.definition(), run.before().initiator());
        return Optional.of(new FlowCommand.Reseat(
                run.said().command(), run.said().at(), run.said().by(), task.number(), people, accountable.toString()));
    }

    /** Those who are asked, or those for whom they are asked. */
    private static Set<String> principals(Run run, FlowTask task) {
        return TaskWriting.seats(task)
                .map(person -> run.standIns()
                        .behind(task.activity(), UUID.fromString(person))
                        .map(UUID::toString)
                        .orElse(person))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(StaffedStep staffed) {
        var named = new HashSet<String>();
        staffed.people()
                .forEach(person ->
                        named.add(staffed.behalf().getOrDefault(person, person).toString()));
        return named;
    }
}
