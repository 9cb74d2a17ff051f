package zhangfa.mining.bpmn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import zhangfa.flow.Bpmn;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTask;
import zhangfa.flow.ModelRefused;

/** Plays drawn models in the kernel that runs cases, with random decisions, and tells what people did in which order. */
final class KernelTraces {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Pattern DECIDED = Pattern.compile(
            "<sequenceFlow id=\"([^\"]*)\" sourceRef=\"((?:exclusive|inclusive)[^\"]*)\"([^>]*)></sequenceFlow>");

    private final FlowModel model;
    private final Map<String, List<String>> splits;
    private final Random random;
    private FlowState state = FlowState.EMPTY;

    private KernelTraces(FlowModel model, String drawn, Random random) {
        this.model = model;
        this.splits = DECIDED.matcher(drawn)
                .results()
                .collect(Collectors.groupingBy(
                        flow -> flow.group(2), Collectors.mapping(flow -> flow.group(1), Collectors.toList())));
        this.random = random;
    }

    /** The kernel refuses cycles on which nobody works: they are no models of work. */
    static KernelTraces of(String drawn, Random random) throws ModelRefused {
        try {
            return new KernelTraces(Bpmn.read(executable(drawn)), drawn, random);
        } catch (ModelRefused refused) {
            Assume.that(refused.faults().stream()
                    .noneMatch(fault -> fault.reasonCode().equals("endless")));
            throw refused;
        }
    }

    /** The activities that people did until the case ended; at most so many. */
    List<String> done(int most) {
        var done = new ArrayList<String>();
        run(new FlowCommand.Start(ID, NOON, "ann"));
        while (!state.openTasks().isEmpty() && done.size() < most) {
            var task = state.openTasks().get(random.nextInt(state.openTasks().size()));
            done.add(name(task));
            run(new FlowCommand.Complete(ID, NOON, "bob", task.number(), null));
        }
        return done;
    }

    boolean isCompleted() {
        return state.status() == FlowState.Status.COMPLETED;
    }

    private String name(FlowTask task) {
        return model.step(task.step()).name();
    }

    private void run(FlowCommand command) {
        take(model.decide(state, decisions(), command));
        for (var questions = state.pendingQuestions(); !questions.isEmpty(); questions = state.pendingQuestions()) {
            var seat =
                    new FlowCommand.Seat(ID, NOON, "ann", questions.getFirst().number(), List.of("bob"), "bob");
            take(model.decide(state, decisions(), seat));
        }
    }

    private void take(List<FlowEvent> events) {
        state = model.evolve(state, events);
    }

    /** Which flows of each gateway are taken now, one of them at least. */
    private Map<String, Object> decisions() {
        var taken = new HashMap<String, Object>();
        splits.forEach((gateway, flows) -> {
            flows.forEach(flow -> taken.put(variable(flow), random.nextBoolean()));
            taken.put(variable(flows.get(random.nextInt(flows.size()))), true);
        });
        return taken;
    }

    private static String variable(String flow) {
        return flow.replace('-', '_');
    }

    /** People do the tasks, and a variable decides on each flow out of a gateway. */
    private static String executable(String drawn) {
        var decided = DECIDED.matcher(drawn)
                .replaceAll(flow ->
                        "<sequenceFlow id=\"%s\" sourceRef=\"%s\"%s><conditionExpression>%s</conditionExpression></sequenceFlow>"
                                .formatted(flow.group(1), flow.group(2), flow.group(3), variable(flow.group(1))));
        return decided.replace("<task ", "<userTask ")
                .replace("</task>", "</userTask>")
                .replace("isExecutable=\"false\"", "isExecutable=\"true\"");
    }
}
