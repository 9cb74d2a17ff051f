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
import org.operaton.bpm.dmn.engine.impl.DmnDecisionLiteralExpressionImpl;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.operaton.bpm.dmn.engine.impl.DmnExpressionImpl;
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

    /**
     * A decision as people read it.
     *
     * @param policy which of the rules that fit count, such as {@code UNIQUE} or {@code COLLECT SUM}; empty for an expression
     * @param inputs what is asked, and {@code outputs} what is said, as the heads of columns
     * @param rules of a table in their order; of an expression one that asks nothing
     */
    public record Sheet(String policy, List<String> inputs, List<String> outputs, List<Rule> rules) {}

    /** A row of a table: a FEEL test for each input, empty where anything fits, and an expression for each output. */
    public record Rule(List<String> conditions, List<String> conclusions) {}

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

    /** Its rules, as written. */
    public Sheet sheet() {
        if (decision.getDecisionLogic() instanceof DmnDecisionTableImpl table) {
            var entry = table.getHitPolicyHandler().getHitPolicyEntry();
            var aggregator = entry.getAggregator() == null ? "" : " " + entry.getAggregator();
            return new Sheet(
                    entry.getHitPolicy().toString().replace('_', ' ') + aggregator,
                    table.getInputs().stream().map(FlowDecision::head).toList(),
                    table.getOutputs().stream().map(FlowDecision::head).toList(),
                    table.getRules().stream()
                            .map(rule -> new Rule(texts(rule.getConditions()), texts(rule.getConclusions())))
                            .toList());
        }
        var said = ((DmnDecisionLiteralExpressionImpl) decision.getDecisionLogic()).getExpression();
        return new Sheet("", List.of(), List.of(name()), List.of(new Rule(List.of(), texts(List.of(said)))));
    }

    private static String head(DmnDecisionTableInputImpl input) {
        return Objects.requireNonNullElseGet(
                input.getName(), () -> texts(List.of(input.getExpression())).getFirst());
    }

    private static String head(DmnDecisionTableOutputImpl output) {
        return Objects.requireNonNullElse(output.getName(), Objects.requireNonNullElse(output.getOutputName(), ""));
    }

    private static List<String> texts(List<DmnExpressionImpl> expressions) {
        return expressions.stream()
                .map(one -> Objects.requireNonNullElse(one.getExpression(), ""))
                .toList();
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
