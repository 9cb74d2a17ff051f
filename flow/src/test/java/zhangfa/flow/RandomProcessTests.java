package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import zhangfa.flow.FlowCommand.Then;

/** Random processes and random people: whatever they do, no token is lost or doubled and the case can end. */
class RandomProcessTests {

    private static final List<String> PEOPLE = List.of("x", "y", "z");

    @Provide
    Arbitrary<Block> blocks() {
        return Block.any();
    }

    @Provide
    Arbitrary<List<Integer>> picks() {
        return Arbitraries.integers().between(0, 9_999).list().ofMaxSize(30);
    }

    @Property(tries = 150)
    void everyCommandLeadsToAMarkingThatARunCanReach(
            @ForAll("blocks") Block block, @ForAll("picks") List<Integer> picks) {
        var play = new Play(Sketch.model(Block.sketch(block)));
        play.model.steps().forEach(step -> play.seat(step.id(), PEOPLE.toArray(String[]::new)));
        var reachable = Markings.of(play.model.graph());
        decideBranches(play, 0);
        play.start();
        check(play, reachable);
        for (var pick : picks) {
            if (!play.state.isRunning()) {
                break;
            }
            decideBranches(play, pick);
            var commands = possible(play);
            play.run(commands.get(pick % commands.size()));
            check(play, reachable);
        }
        assertItCanEnd(play);
    }

    /** Every token is where some run could have brought it, and no other. */
    private static void check(Play play, Set<TreeMap<String, Integer>> reachable) {
        assertThat(play.state.incidents()).isEmpty();
        strangersAreRefused(play);
        var marking = Markings.of(play.state);
        if (play.status() == FlowState.Status.REJECTED || marking.equals(mending())) {
            return;
        }
        assertThat(reachable).as("marking after %s", play.journal).contains(marking);
    }

    private static void strangersAreRefused(Play play) {
        for (var task : play.state.openTasks()) {
            assertThat(play.model.actions(play.state, task.number(), "stranger"))
                    .isEmpty();
            var approval = new FlowCommand.Approve(Play.ID, Play.NOON, "stranger", task.number());
            assertThat(play.refused(approval)).isEqualTo(CommandRefused.Reason.NOT_YOURS);
        }
    }

    private static TreeMap<String, Integer> mending() {
        var marking = new TreeMap<String, Integer>();
        marking.put(FlowModel.INITIATOR, 1);
        return marking;
    }

    /** Agreeing to everything ends the case in as many moves as there are people and steps, few times over. */
    private static void assertItCanEnd(Play play) {
        decideBranches(play, 0);
        play.with("again", false);
        for (var moves = 0; play.state.isRunning(); moves++) {
            assertThat(moves).as("moves to the end").isLessThan(400);
            if (play.state.openTasks().isEmpty()) {
                play.fire();
                continue;
            }
            var task = play.state.openTasks().getFirst();
            play.run(
                    task.isDelegated()
                            ? new FlowCommand.Resolve(Play.ID, Play.NOON, actor(task), task.number())
                            : new FlowCommand.Approve(Play.ID, Play.NOON, actor(task), task.number()));
        }
    }

    static void decideBranches(Play play, int pick) {
        for (var number = 1; number < 60; number++) {
            play.with("d" + number, (pick + number) % 3);
        }
        play.with("again", pick % 4 == 1);
    }

    /** Everything that somebody is offered, in every variant. */
    private static List<FlowCommand> possible(Play play) {
        var commands = new ArrayList<FlowCommand>();
        for (var number = 1; number <= play.state.last(); number++) {
            for (var person : List.of("x", "y", "z", "p", "q", "ann")) {
                var offered = play.model.actions(play.state, number, person);
                onTask(number, person).stream()
                        .filter(command -> offered.contains(name(command)))
                        .forEach(commands::add);
                commands.addAll(signing(number, person, offered));
                if (offered.contains("return")) {
                    for (var target : play.model.returnTargets(play.state, number)) {
                        for (var then : Then.values()) {
                            commands.add(new FlowCommand.Return(Play.ID, Play.NOON, person, number, target, then));
                        }
                    }
                }
            }
        }
        play.state.timers().stream()
                .filter(FlowTimer::isSet)
                .map(timer -> new FlowCommand.Fire(
                        Play.ID, Objects.requireNonNull(timer.due()), "system", timer.number(), Map.of()))
                .forEach(commands::add);
        for (var task : play.state.openTasks()) {
            for (var step : play.model.steps()) {
                commands.add(new FlowCommand.Jump(Play.ID, Play.NOON, "owner", task.activity(), step.id()));
            }
        }
        commands.removeIf(command -> !isAllowed(play, command));
        return commands;
    }

    /** Offers say what may be done, not with whom and whither: nobody signs twice, no jump leads into a branch. */
    private static boolean isAllowed(Play play, FlowCommand command) {
        try {
            play.model.decide(play.state, play.data, command);
            return true;
        } catch (CommandRefused refused) {
            assertThat(command)
                    .isInstanceOfAny(
                            FlowCommand.Jump.class,
                            FlowCommand.AddSign.class,
                            FlowCommand.RemoveSign.class,
                            FlowCommand.Delegate.class);
            assertThat(refused.reason()).isEqualTo(CommandRefused.Reason.NOT_ALLOWED);
            return false;
        }
    }

    private static List<FlowCommand> signing(int task, String person, Set<String> offered) {
        var commands = new ArrayList<FlowCommand>();
        for (var other : List.of("p", "q")) {
            if (offered.contains("add_sign")) {
                for (var where : FlowCommand.Where.values()) {
                    commands.add(new FlowCommand.AddSign(Play.ID, Play.NOON, person, task, List.of(other), where));
                }
            }
            if (offered.contains("remove_sign")) {
                commands.add(new FlowCommand.RemoveSign(Play.ID, Play.NOON, person, task, List.of(other)));
            }
            if (offered.contains("delegate")) {
                commands.add(new FlowCommand.Delegate(Play.ID, Play.NOON, person, task, other));
            }
        }
        return commands;
    }

    private static List<FlowCommand> onTask(int task, String person) {
        return List.<FlowCommand>of(
                new FlowCommand.Approve(Play.ID, Play.NOON, person, task),
                new FlowCommand.Complete(Play.ID, Play.NOON, person, task, null),
                new FlowCommand.Claim(Play.ID, Play.NOON, person, task),
                new FlowCommand.Release(Play.ID, Play.NOON, person, task),
                new FlowCommand.Transfer(Play.ID, Play.NOON, person, task, person.equals("z") ? "x" : "z"),
                new FlowCommand.Resolve(Play.ID, Play.NOON, person, task),
                new FlowCommand.Withdraw(Play.ID, Play.NOON, person, task),
                new FlowCommand.Reject(Play.ID, Play.NOON, person, task));
    }

    private static String name(FlowCommand command) {
        var name = command.getClass().getSimpleName();
        return name.toLowerCase(Locale.ROOT);
    }

    private static String actor(FlowTask task) {
        return task.assignee() != null ? task.assignee() : task.candidates().getFirst();
    }
}
