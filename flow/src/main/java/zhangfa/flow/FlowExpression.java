package zhangfa.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A FEEL expression (DMN 1.3, chapter 10) for whoever runs cases, such as a rule that names people: understood and evaluated as
 * the conditions of a model are.
 */
public final class FlowExpression {

    private final Expression expression;

    private FlowExpression(Expression expression) {
        this.expression = expression;
    }

    /**
     * With or without a leading {@code =}.
     *
     * @param zone in which {@code now()} and {@code today()} are
     * @throws IllegalArgumentException with the reason where the text is no FEEL
     */
    public static FlowExpression compile(String text, ZoneId zone) {
        return new FlowExpression(Expression.compile(text, zone));
    }

    /** What it says of these data at this instant, as plain Java; null where that is null, or where it fails. */
    public @Nullable Object value(Map<String, Object> data, Instant at) {
        return expression.evaluate(data, at).value();
    }
}
