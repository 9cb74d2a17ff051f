package zhangfa.flow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A FEEL expression by itself, such as the formula of a field; it computes from plain data and nothing else. */
public final class FlowFormula {

    private final Expression expression;

    private FlowFormula(Expression expression) {
        this.expression = expression;
    }

    /**
     * Compiles a formula such as {@code sum(lines.amount) * 0.06}.
     *
     * @throws IllegalArgumentException with the reason where the text is none
     */
    public static FlowFormula of(String feel) {
        return new FlowFormula(Expression.compile(feel, ZoneOffset.UTC));
    }

    /** The value over these fields; null where they do not suffice. */
    public @Nullable Object over(Map<String, Object> data) {
        return expression.evaluate(data, Instant.EPOCH).value();
    }
}
