package zhangfa.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.engine.variable.context.VariableContext;

/** The FEEL of a decision's file, which is that of all our expressions: every text compiled when the file is read. */
final class DecisionFeel implements FeelEngine {

    private static final ScopedValue<Instant> AT = ScopedValue.newInstance();

    private final ZoneId zone;
    private final Map<String, Expression> expressions = new HashMap<>();
    private final Map<String, Expression> tests = new HashMap<>();

    DecisionFeel(ZoneId zone) {
        this.zone = zone;
    }

    /** Understands an expression, or, in front of an input, a unary test. */
    void compile(String text, boolean test) {
        if (test) {
            tests.computeIfAbsent(text, unary -> Expression.unary(unary, zone));
        } else {
            expressions.computeIfAbsent(text, feel -> Expression.compile(feel, zone));
        }
    }

    <T> T at(Instant instant, Supplier<T> deciding) {
        return ScopedValue.where(AT, instant).call(deciding::get);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        return (T) evaluate(Objects.requireNonNull(expressions.get(expression.strip())), data(context));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext context) {
        var data = data(context);
        data.put(Expression.INPUT, data.get(input));
        return Boolean.TRUE.equals(evaluate(Objects.requireNonNull(tests.get(expression.strip())), data));
    }

    private static @Nullable Object evaluate(Expression expression, Map<String, Object> data) {
        var answer = expression.evaluate(data, AT.get());
        if (answer.failure() != null) {
            throw new IllegalArgumentException(answer.failure());
        }
        return answer.value();
    }

    private static Map<String, Object> data(VariableContext context) {
        var data = new HashMap<String, Object>();
        context.keySet().forEach(name -> data.put(name, context.resolve(name).getValue()));
        return data;
    }
}
