package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** What holds of every case after every command. */
final class Laws {

    private Laws() {}

    static void check(Play play, List<FlowEvent> events) {
        var state = play.state;
        assertThat(play.model.evolve(FlowState.EMPTY, play.journal))
                .as("the fold of the journal")
                .isEqualTo(state);
        assertThat(FlowJson.readState(FlowJson.write(state))).isEqualTo(state);
        for (var event : events) {
            assertThat(FlowJson.readEvent(FlowJson.write(event))).isEqualTo(event);
        }
        for (var task : state.openTasks()) {
            assertThat(task.accountable()).as("who answers for %s", task).isNotBlank();
            assertThat(state.activity(task.activity()).orElseThrow().isDone())
                    .as("the step of the open task %s is done", task)
                    .isFalse();
            assertThat(task.assignee() != null || task.candidates().size() > 1).isTrue();
        }
        numbersAreUnique(state);
        signersWaitForSomebody(state);
        for (var timer : state.timers()) {
            assertThat(state.visits())
                    .as("the timer %s belongs to something at work", timer)
                    .satisfies(visits -> assertThat(timer.visit() == 0
                                    || visits.stream()
                                            .anyMatch(visit -> visit.number() == timer.visit() && !visit.isDone()))
                            .isTrue());
        }
        if (!state.isEnded()) {
            somethingIsLeftToDo(state);
        } else {
            assertThat(state.openTasks()).isEmpty();
            assertThat(state.waiting()).isEmpty();
            assertThat(state.incidents()).isEmpty();
            assertThat(state.timers()).isEmpty();
            assertThat(state.held()).isEmpty();
            assertThat(state.subscriptions()).isEmpty();
        }
    }

    private static void somethingIsLeftToDo(FlowState state) {
        var activities = state.activities().stream().filter(activity -> !activity.isDone());
        assertThat(activities)
                .allMatch(activity -> activity.phase() == Activity.Phase.ASKING
                        || !state.tasksOf(activity.number()).isEmpty()
                        || state.incidents().stream().anyMatch(incident -> incident.visit() == activity.number()));
        for (var wait : state.waits()) {
            assertThat(wait.over()
                            || state.timers().stream().anyMatch(timer -> timer.visit() == wait.number())
                            || state.subscriptions().stream().anyMatch(one -> one.visit() == wait.number())
                            || state.pendingActions().contains(wait)
                            || state.pendingCalls().contains(wait)
                            || state.status() == FlowState.Status.SUSPENDED
                            || state.incidents().stream().anyMatch(incident -> incident.visit() == wait.number()))
                    .as("somebody answers for %s", wait)
                    .isTrue();
        }
        assertThat(state.isAtWork() || !state.incidents().isEmpty())
                .as("a running case waits for somebody")
                .isTrue();
    }

    /** Nothing is held back without a reason, and nothing is open that somebody has to decide before. */
    private static void signersWaitForSomebody(FlowState state) {
        var waited = Stream.concat(state.openTasks().stream(), state.held().stream())
                .flatMap(task -> task.standing().before().stream())
                .toList();
        assertThat(state.held()).allMatch(task -> waited.contains(task.number()));
        assertThat(state.openTasks()).noneMatch(task -> waited.contains(task.number()));
    }

    private static void numbersAreUnique(FlowState state) {
        var numbers = new HashSet<Integer>();
        state.visits().forEach(visit -> assertThat(numbers.add(visit.number())).isTrue());
        state.openTasks().forEach(task -> assertThat(numbers.add(task.number())).isTrue());
        state.held().forEach(task -> assertThat(numbers.add(task.number())).isTrue());
        state.subscriptions()
                .forEach(one -> assertThat(numbers.add(one.number())).isTrue());
        state.timers().forEach(timer -> assertThat(numbers.add(timer.number())).isTrue());
        state.incidents()
                .forEach(incident -> assertThat(numbers.add(incident.number())).isTrue());
        assertThat(numbers).allMatch(number -> number <= state.last());
        var visits = new HashSet<Integer>();
        visits.add(0);
        for (var visit : state.visits()) {
            assertThat(visit.cameFrom(visits))
                    .as("%s came from something that counts", visit)
                    .isTrue();
            visits.add(visit.number());
        }
        assertThat(state.waiting()).allMatch(token -> visits.contains(token.from()));
    }
}
