package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.naive.Deed;
import zhangfa.flow.naive.NaiveCase;
import zhangfa.flow.naive.View;

/** A case in the kernel and in the naive interpreter at once: after every command both show the same. */
final class Beside {

    final Play play;
    private final NaiveCase naive;
    private final Map<String, List<String>> people;
    private final List<String> story = new ArrayList<>();

    /** The naive interpreter's place of each task that was ever open. */
    private final Map<Integer, Integer> places = new HashMap<>();

    /** Two tasks that look alike are open, so who came of what cannot be told from outside any more. */
    boolean isBlurred;

    Beside(FlowModel model, String xml, Map<String, List<String>> people) {
        play = new Play(model);
        this.people = people;
        naive = new NaiveCase(xml, this::people);
    }

    private List<String> people(String step, int instance) {
        if (step.equals(FlowModel.INITIATOR)) {
            return List.of(Play.INITIATOR);
        }
        return people.getOrDefault(step, List.of(step.toLowerCase(Locale.ROOT))).stream()
                .map(name -> instance < 0 ? name : name + instance)
                .toList();
    }

    /** The same case once more, to be gone on with in another way. */
    Beside copy() {
        var copy = new Beside(this);
        copy.places.putAll(places);
        copy.story.addAll(story);
        copy.isBlurred = isBlurred;
        return copy;
    }

    private Beside(Beside other) {
        play = other.kernel();
        people = other.people;
        naive = other.naive.copy();
    }

    /** The same case in the kernel alone. */
    Play kernel() {
        var kernel = new Play(play.model);
        kernel.laws = play.laws;
        kernel.state = play.state;
        kernel.journal.addAll(play.journal);
        kernel.data.putAll(play.data);
        return kernel;
    }

    Beside start() {
        return run(new FlowCommand.Start(Play.ID, Play.NOON, Play.INITIATOR));
    }

    Beside run(FlowCommand command) {
        story.add(command.toString().replaceAll("id=[^,]*, at=[^,]*, ", "") + " with " + play.data.get("pick"));
        var deed = deed(command);
        play.apply(command);
        answer(command);
        assertThat(naive.go(deed, Map.copyOf(play.data)))
                .as("allowed: %s", this)
                .isTrue();
        compare();
        return this;
    }

    /** Whether both allow it; what only one of them allows is a difference. */
    boolean isAllowed(FlowCommand command) {
        boolean allowed;
        try {
            play.model.decide(play.state, play.data, command);
            allowed = true;
        } catch (CommandRefused refused) {
            allowed = false;
        }
        if (deed(command) instanceof Deed.Withdraw withdraw) {
            assertThat(naive.may(withdraw)).as("%s after %s", command, this).isEqualTo(allowed);
        }
        return allowed;
    }

    private void answer(FlowCommand command) {
        while (!play.state.pendingQuestions().isEmpty()) {
            var question = play.state.pendingQuestions().getFirst();
            var counter =
                    play.model.dataAt(play.state, question.number(), play.data).get("loopCounter");
            var seated = people(
                    question.step(), isOneOfSeveral(question) && counter instanceof Number n ? n.intValue() : -1);
            play.apply(new FlowCommand.Seat(Play.ID, Play.NOON, "system", question.number(), seated, "head"));
        }
        while (!play.state.pendingTimers().isEmpty()) {
            var timer = play.state.pendingTimers().getFirst();
            play.apply(new FlowCommand.Due(Play.ID, command.at(), "system", timer.number(), Play.due(timer)));
        }
    }

    private boolean isOneOfSeveral(Activity question) {
        return !question.step().equals(FlowModel.INITIATOR)
                && play.model.graph().node(question.step()).repetition() != null
                && !question.isDetour();
    }

    private Deed deed(FlowCommand command) {
        return switch (command) {
            case FlowCommand.Start _ -> new Deed.Start("");
            case FlowCommand.Approve one -> new Deed.Vote(place(one.task()), one.actor(), true);
            case FlowCommand.Complete one -> new Deed.Vote(place(one.task()), one.actor(), true);
            case FlowCommand.Reject one -> new Deed.Vote(place(one.task()), one.actor(), false);
            case FlowCommand.Claim one -> new Deed.Claim(place(one.task()), one.actor());
            case FlowCommand.Release one -> new Deed.Release(place(one.task()));
            case FlowCommand.Transfer one -> new Deed.Transfer(place(one.task()), one.to());
            case FlowCommand.Delegate one -> new Deed.Delegate(place(one.task()), one.actor(), one.to());
            case FlowCommand.Resolve one -> new Deed.Resolve(place(one.task()));
            case FlowCommand.AddSign one ->
                new Deed.Add(
                        place(one.task()),
                        one.actor(),
                        one.who(),
                        Deed.Where.valueOf(one.where().name()));
            case FlowCommand.RemoveSign one -> new Deed.Remove(place(one.task()), one.actor(), one.who());
            case FlowCommand.Withdraw one -> new Deed.Withdraw(place(one.task()));
            case FlowCommand.Return one -> new Deed.Return(place(one.task()), one.to(), one.then() == Then.JUMP_BACK);
            case FlowCommand.Deliver one -> new Deed.Message(one.name());
            case FlowCommand.Signal one -> new Deed.Signal(one.name());
            case FlowCommand.Refresh _ -> new Deed.Refresh();
            case FlowCommand.Cancel _ -> new Deed.Cancel();
            case FlowCommand.Suspend _ -> new Deed.Suspend();
            case FlowCommand.Resume _ -> new Deed.Resume();
            case FlowCommand.Fire one -> fire(play.state.timer(one.timer()).orElseThrow());
            case FlowCommand.Finish one -> new Deed.Finish(waiting(node(one.visit())));
            case FlowCommand.Throw one -> new Deed.Throw(waiting(node(one.visit())), String.valueOf(one.error()));
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private Deed fire(FlowTimer timer) {
        return new Deed.Occur(waiting(timer.node()), timer.node());
    }

    private String node(int visit) {
        return play.state.waits().stream()
                .filter(wait -> wait.number() == visit)
                .findFirst()
                .orElseThrow()
                .node();
    }

    private int waiting(String element) {
        return naive.view().waits().stream()
                .filter(wait -> wait.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing waits at " + element + ": " + this))
                .live();
    }

    private int place(int task) {
        return places.getOrDefault(task, -1);
    }

    List<String> targets(int task) {
        return naive.targets(place(task));
    }

    private void compare() {
        assertThat(words()).as("%s", this).isEqualTo(naive.view().words());
        var open = new ArrayList<>(naive.view().tasks());
        var seen = new HashSet<String>();
        tasks().forEach(task -> {
            var words = words(task);
            isBlurred |= !seen.add(words);
            var place = open.stream()
                    .filter(one -> one.words().equals(words))
                    .findFirst()
                    .orElseThrow();
            open.remove(place);
            places.put(task.number(), place.slot());
        });
        for (var task : play.state.openTasks()) {
            if (!isBlurred && !task.step().equals(FlowModel.INITIATOR)) {
                assertThat(Set.copyOf(play.model.returnTargets(play.state, task.number())))
                        .as("targets of %s after %s", task, this)
                        .isEqualTo(Set.copyOf(targets(task.number())));
            }
        }
    }

    private Stream<FlowTask> tasks() {
        return Stream.concat(play.state.openTasks().stream(), play.state.held().stream());
    }

    private View view() {
        var tasks = tasks().map(this::task).toList();
        var joins = play.state.waiting().stream()
                .filter(token -> play.model.graph().resting(token).isJoin())
                .map(Token::flow)
                .toList();
        var incidents = play.state.incidents().stream()
                .map(FlowIncident::node)
                .distinct()
                .toList();
        return new View(
                play.status().name(),
                tasks,
                waits().map(one -> new View.Wait(0, one)).toList(),
                joins,
                incidents);
    }

    private Stream<String> waits() {
        var timers = play.state.timers().stream()
                .filter(timer -> timer.purpose() == FlowTimer.Purpose.EVENT)
                .map(FlowTimer::node);
        var heard = play.state.subscriptions().stream().map(FlowSubscription::node);
        var acting = Stream.concat(play.state.pendingActions().stream(), play.state.pendingCalls().stream())
                .map(Wait::node);
        return Stream.of(timers, heard, acting).flatMap(one -> one);
    }

    private View.Task task(FlowTask task) {
        var held = play.state.held().contains(task);
        var people =
                task.assignee() == null ? task.candidates().stream().sorted().toList() : List.of(task.assignee());
        return new View.Task(0, task.step(), people, held, task.isDelegated());
    }

    private String words(FlowTask task) {
        return task(task).words();
    }

    List<String> words() {
        return view().words();
    }

    @Override
    public String toString() {
        return String.join("\n", story);
    }
}
