package zhangfa.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowEvent.ChoiceMade;
import zhangfa.flow.FlowIncident.Kind;

/**
 * Where a token goes from a node with conditions: at an exclusive gateway on the first flow that holds, from a step on
 * every flow that holds and every flow without a condition (BPMN 2.0.2, 8.4.13, 13.3.1 and 13.4.2).
 */
final class Choice {

    /** Why no flow could be chosen. */
    record Obstacle(Kind kind, String message) {}

    private final Node node;
    private final List<Flow> taken = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable Obstacle obstacle;

    private Choice(Node node) {
        this.node = node;
    }

    static Choice make(Node node, Map<String, Object> data, Instant at) {
        var choice = new Choice(node);
        choice.ask(data, at);
        choice.decide();
        return choice;
    }

    List<Flow> flows() {
        return taken;
    }

    /** What was asked and taken, for the journal. */
    ChoiceMade event() {
        return new ChoiceMade(node.id(), taken.stream().map(Flow::id).toList(), verdicts);
    }

    Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    private void ask(Map<String, Object> data, Instant at) {
        for (var flow : node.outgoing()) {
            var condition = flow.condition();
            if (condition == null || flow.equals(node.otherwise())) {
                continue;
            }
            var answer = condition.test(data, at);
            if (answer.failure() != null) {
                obstacle = new Obstacle(Kind.CONDITION, flow.id() + ": " + answer.failure());
                return;
            }
            verdicts.add(new Verdict(flow.id(), answer.value()));
            if (node.kind() == Node.Kind.EXCLUSIVE && holds(flow)) {
                return;
            }
        }
    }

    private void decide() {
        if (obstacle != null) {
            return;
        }
        var none = verdicts.stream().noneMatch(verdict -> Boolean.TRUE.equals(verdict.result()));
        node.outgoing().stream()
                .filter(flow -> flow.equals(node.otherwise()) ? none : flow.condition() == null || holds(flow))
                .forEach(taken::add);
        if (taken.isEmpty()) {
            obstacle = new Obstacle(Kind.NO_FLOW, "No condition holds and there is no default flow");
        }
    }

    private boolean holds(Flow flow) {
        return verdicts.contains(new Verdict(flow.id(), true));
    }
}
