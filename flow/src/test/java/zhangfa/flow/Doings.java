package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Where;

/** What could be done in a case next: by whom, with whom, and what may come from outside. */
final class Doings {

    private static final List<String> OTHERS = List.of("p", "q");

    private Doings() {}

    /** One of them by a number: half the time a decision, so that cases get somewhere. */
    static Optional<FlowCommand> of(Play play, int pick) {
        var all = pick % 2 == 0 ? going(play) : all(play);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(pick / 2 % all.size()));
    }

    /** What brings a case on. */
    static List<FlowCommand> going(Play play) {
        if (!play.state.isRunning()) {
            return owners(play);
        }
        var all = new ArrayList<FlowCommand>();
        for (var task : play.state.openTasks()) {
            var who = who(task);
            all.add(
                    task.isDelegated()
                            ? new FlowCommand.Resolve(Play.ID, Play.NOON, who, task.number())
                            : new FlowCommand.Approve(Play.ID, Play.NOON, who, task.number()));
        }
        all.addAll(outside(play));
        return all;
    }

    static List<FlowCommand> all(Play play) {
        if (!play.state.isRunning()) {
            return owners(play);
        }
        var all = new ArrayList<>(outside(play));
        all.addAll(owners(play));
        play.state.openTasks().forEach(task -> all.addAll(onTask(play, task)));
        Stream.concat(play.state.openTasks().stream(), play.state.held().stream())
                .forEach(task -> all.addAll(removals(task)));
        play.state
                .activities()
                .forEach(activity -> activity.votes().forEach(vote -> {
                    all.add(new FlowCommand.Withdraw(Play.ID, Play.NOON, vote.by(), vote.task()));
                    OTHERS.forEach(other -> all.add(
                            new FlowCommand.RemoveSign(Play.ID, Play.NOON, vote.by(), vote.task(), List.of(other))));
                }));
        return all;
    }

    /** What moves tokens or asks others, once for each kind of person. */
    static List<FlowCommand> small(Play play) {
        return Stream.concat(going(play).stream(), all(play).stream())
                .distinct()
                .filter(command -> switch (command) {
                    case FlowCommand.Delegate _, FlowCommand.Resolve _, FlowCommand.Transfer _ -> false;
                    case FlowCommand.Suspend _ -> false;
                    case FlowCommand.AddSign add -> !add.who().contains("q");
                    case FlowCommand.RemoveSign remove -> !remove.who().contains("q");
                    default -> true;
                })
                .toList();
    }

    /** What the owner of the process may do with the case as a whole. */
    private static List<FlowCommand> owners(Play play) {
        return switch (play.status()) {
            case RUNNING -> List.of(new FlowCommand.Suspend(Play.ID, Play.NOON, "owner"));
            case SUSPENDED -> List.of(new FlowCommand.Resume(Play.ID, Play.NOON, "owner"));
            default -> List.of();
        };
    }

    private static List<FlowCommand> removals(FlowTask task) {
        return OTHERS.stream()
                .<FlowCommand>map(other ->
                        new FlowCommand.RemoveSign(Play.ID, Play.NOON, who(task), task.number(), List.of(other)))
                .toList();
    }

    private static List<FlowCommand> onTask(Play play, FlowTask task) {
        var all = new ArrayList<FlowCommand>();
        var who = who(task);
        var number = task.number();
        for (var target : play.model.returnTargets(play.state, number)) {
            for (var then : Then.values()) {
                all.add(new FlowCommand.Return(Play.ID, Play.NOON, who, number, target, then));
            }
        }
        for (var other : OTHERS) {
            for (var where : Where.values()) {
                all.add(new FlowCommand.AddSign(Play.ID, Play.NOON, who, number, List.of(other), where));
            }
            all.add(new FlowCommand.Delegate(Play.ID, Play.NOON, who, number, other));
        }
        all.add(new FlowCommand.Reject(Play.ID, Play.NOON, who, number));
        all.add(new FlowCommand.Claim(Play.ID, Play.NOON, who, number));
        all.add(new FlowCommand.Release(Play.ID, Play.NOON, who, number));
        all.add(new FlowCommand.Resolve(Play.ID, Play.NOON, who, number));
        all.add(new FlowCommand.Transfer(Play.ID, Play.NOON, who, number, "w"));
        return all;
    }

    /** Timers, messages, and actions that are done. */
    private static List<FlowCommand> outside(Play play) {
        var all = new ArrayList<FlowCommand>();
        play.state.timers().stream()
                .filter(timer -> timer.isSet() && timer.purpose() == FlowTimer.Purpose.EVENT)
                .map(timer -> new FlowCommand.Fire(
                        Play.ID, Objects.requireNonNull(timer.due()), "system", timer.number(), Map.of()))
                .forEach(all::add);
        play.state
                .pendingActions()
                .forEach(wait -> all.add(new FlowCommand.Finish(Play.ID, Play.NOON, "system", wait.number())));
        return all;
    }

    private static String who(FlowTask task) {
        return task.assignee() == null ? task.candidates().getFirst() : task.assignee();
    }
}
