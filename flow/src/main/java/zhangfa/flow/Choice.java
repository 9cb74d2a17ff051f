package zhangfa.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhangfa.flow.FlowEvent.ChoiceMade;
import zhangfa.flow.FlowEvent.Verdict;
import zhangfa.flow.FlowIncident.Kind;

/**
 * Where a token goes from a node with conditions: at an exclusive gateway on the first flow that holds, from a step on
 * every flow that holds and every flow without a condition (BPMN 2.0.2, 8.4.13, 13.3 and 13.4.2).
 */
record Choice(List<Flow> flows, Optional<ChoiceMade> verdicts, Optional<Obstacle> obstacle) {

    /** Why no flow could be chosen. */
    record Obstacle(Kind kind, String message) {}

    static Choice make(Node node, Map<String, Object> data, Instant at) {
        var exclusive = node.kind() == Node.Kind.EXCLUSIVE;
        var verdicts = new ArrayList<Verdict>();
        var taken = new ArrayList<Flow>();
        var held = false;
        for (var flow : node.outgoing()) {
            var condition = flow.condition();
            if (flow.equals(node.otherwise())) {
                continue;
            }
            if (condition == null) {
                taken.add(flow);
                continue;
            }
            var answer = condition.test(data, at);
            if (answer.failure() != null) {
                var obstacle = new Obstacle(Kind.CONDITION, flow.id() + ": " + answer.failure());
                return new Choice(List.of(), made(node, List.of(), verdicts), Optional.of(obstacle));
            }
            verdicts.add(new Verdict(flow.id(), answer.value()));
            if (Boolean.TRUE.equals(answer.value())) {
                held = true;
                taken.add(flow);
                if (exclusive) {
                    break;
                }
            }
        }
        if (!held && node.otherwise() != null) {
            taken.add(node.otherwise());
        }
        var obstacle = taken.isEmpty()
                ? Optional.of(new Obstacle(Kind.NO_FLOW, "No condition holds and there is no default flow"))
                : Optional.<Obstacle>empty();
        return new Choice(List.copyOf(taken), made(node, taken, verdicts), obstacle);
    }

    private static Optional<ChoiceMade> made(Node node, List<Flow> taken, List<Verdict> verdicts) {
        return Optional.of(
                new ChoiceMade(node.id(), taken.stream().map(Flow::id).toList(), verdicts));
    }
}
