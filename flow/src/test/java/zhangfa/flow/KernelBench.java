package zhangfa.flow;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Commands per second and core: a case of two approvals, started, seated twice and approved twice, each command decided and its
 * events folded. Counted in processor time of the one thread, so other work on the machine does not matter. What is printed: the
 * median of the rounds, the slowest and the fastest.
 */
final class KernelBench {

    private static final int COMMANDS = 5;
    private static final long ROUND = Long.getLong("seconds", 2) * 1_000_000_000L;
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final UUID ID = new UUID(0, 1);

    private KernelBench() {}

    public static void main(String[] arguments) {
        measure("two approvals", "start > A > B > end");
        measure("two approvals, one condition", "start > A > ?g; ?g > [amount > 1000] B > end; ?g > [*] end2");
    }

    private static void measure(String name, String sketch) {
        var model = Sketch.model(sketch);
        var data = Map.<String, Object>of("amount", 5_000);
        var rates = new double[ROUNDS];
        for (var round = -2; round < ROUNDS; round++) {
            var rate = rate(model, data);
            if (round >= 0) {
                rates[round] = rate;
            }
        }
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT,
                "%s: %,.0f commands per second and core (%,.0f to %,.0f), state %d bytes at most%n",
                name,
                rates[ROUNDS / 2],
                rates[0],
                rates[ROUNDS - 1],
                largest(model, data));
    }

    private static double rate(FlowModel model, Map<String, Object> data) {
        var begun = CPU.getCurrentThreadCpuTime();
        var cases = 0L;
        var spent = 0L;
        while (spent < ROUND) {
            for (var one = 0; one < 1_000; one++) {
                if (!play(model, data).isEnded()) {
                    throw new IllegalStateException("The case did not end");
                }
            }
            cases += 1_000;
            spent = CPU.getCurrentThreadCpuTime() - begun;
        }
        return cases * COMMANDS * 1e9 / spent;
    }

    private static FlowState play(FlowModel model, Map<String, Object> data) {
        var state = step(model, FlowState.EMPTY, data, new FlowCommand.Start(ID, NOON, "ann"));
        for (var person : List.of("x", "y")) {
            var activity = state.visits().getLast().number();
            state = step(model, state, data, seat(activity, person));
            var task = state.openTasks().getFirst().number();
            state = step(model, state, data, new FlowCommand.Approve(ID, NOON, person, task));
        }
        return state;
    }

    private static FlowCommand seat(int activity, String person) {
        return new FlowCommand.Seat(ID, NOON, "system", activity, List.of(person), person);
    }

    private static FlowState step(FlowModel model, FlowState state, Map<String, Object> data, FlowCommand command) {
        return model.evolve(state, model.decide(state, data, command));
    }

    private static int largest(FlowModel model, Map<String, Object> data) {
        var state = step(model, FlowState.EMPTY, data, new FlowCommand.Start(ID, NOON, "ann"));
        var largest = size(state);
        for (var person : List.of("x", "y")) {
            state = step(model, state, data, seat(state.visits().getLast().number(), person));
            largest = Math.max(largest, size(state));
            state = step(
                    model,
                    state,
                    data,
                    new FlowCommand.Approve(
                            ID, NOON, person, state.openTasks().getFirst().number()));
            largest = Math.max(largest, size(state));
        }
        return largest;
    }

    private static int size(FlowState state) {
        return FlowJson.write(state).getBytes(StandardCharsets.UTF_8).length;
    }
}
