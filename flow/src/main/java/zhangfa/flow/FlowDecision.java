package zhangfa.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.operaton.bpm.model.dmn.HitPolicy;

/**
 * A decision of DMN: a table, or an expression, in FEEL, with the decisions that it requires. A pure function of data and
 * instant; compiled once, when its file is read, and safe for many threads.
 */
public final class FlowDecision implements Computable {

    /**
     * What was decided.
     *
     * @param value of a table with one output its value, with several a map by their names; of a table that collects, a list
     *     of these, or the number that they come to. Text, numbers, truth values, lists and maps; null where the rule says so
     * @param failure why nothing could be decided: an expression failed, no rule fits, or several where one should
     */
    public record Outcome(@Nullable Object value, @Nullable String failure) {}

    private final DmnEngine engine;
    private final DecisionFeel feel;
    private final DmnDecision decision;

    FlowDecision(DmnEngine engine, DecisionFeel feel, DmnDecision decision) {
        this.engine = engine;
        this.feel = feel;
        this.decision = decision;
    }

    /**
     * Reads the decisions of a DMN file, whose expressions count days in this zone.
     *
     * @throws ModelRefused with all faults at once: unsafe or malformed XML, what is not executed, expressions that cannot be
     *     understood
     */
    public static List<FlowDecision> read(String xml, ZoneId zone) throws ModelRefused {
        return new DecisionReading(zone).read(xml);
    }

    /** The id of the decision in the file. */
    public String key() {
        return decision.getKey();
    }

    /** What its author called it, else its key. */
    public String name() {
        return Objects.requireNonNullElse(decision.getName(), key());
    }

    /** Decides for these data; {@code now()} is the instant. */
    public Outcome decide(Map<String, Object> data, Instant at) {
        var answer = evaluate(data, at);
        return new Outcome(answer.value() == null ? null : PlainData.written(answer.value()), answer.failure());
    }

    @Override
    public Expression.Answer evaluate(Map<String, Object> data, Instant at) {
        try {
            return answer(feel.at(at, () -> engine.evaluateDecision(decision, data)));
        } catch (RuntimeException failed) {
            // The engine has an exception for each policy, wrapped now and then; what they say is what counts.
            return new Expression.Answer(null, key() + ": " + failed.getMessage());
        }
    }

    private Expression.Answer answer(DmnDecisionResult result) {
        var policy = policy();
        if (policy == Policy.LIST) {
            return new Expression.Answer(
                    result.stream()
                            .map(FlowDecision::value)
                            .map(PlainData::written)
                            .toList(),
                    null);
        }
        return result.isEmpty()
                ? new Expression.Answer(null, key() + ": No rule fits")
                : new Expression.Answer(value(result.getFirst()), null);
    }

    private enum Policy {
        ONE,
        LIST
    }

    private Policy policy() {
        if (!(decision.getDecisionLogic() instanceof DmnDecisionTableImpl table)) {
            return Policy.ONE;
        }
        var entry = table.getHitPolicyHandler().getHitPolicyEntry();
        var many = entry.getHitPolicy() == HitPolicy.RULE_ORDER || entry.getHitPolicy() == HitPolicy.COLLECT;
        return many && entry.getAggregator() == null ? Policy.LIST : Policy.ONE;
    }

    private static @Nullable Object value(Map<String, Object> outputs) {
        // The engine has them in any order.
        return outputs.size() == 1 ? outputs.values().iterator().next() : new TreeMap<>(outputs);
    }
}
