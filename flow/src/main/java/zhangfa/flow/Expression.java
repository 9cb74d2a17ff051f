package zhangfa.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Function;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import scala.Product;

/**
 * A FEEL expression (DMN 1.3, chapter 10) parsed once. It reads plain data and the instant of the command, and nothing
 * else.
 */
record Expression(ParsedExpression parsed, ZoneId zone) implements Computable {

    /** The instant that {@code now()} and {@code today()} mean while an expression is evaluated. */
    private static final ScopedValue<ZonedDateTime> NOW = ScopedValue.newInstance();

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava()
            .withEnabledExternalFunctions(false)
            .withClock(NOW::get)
            .build();

    /** The name under which a unary test finds what it is about. */
    static final String INPUT = "cellInput";

    private static final int LONGEST = 10_000;

    /** What the expression said, or why it could not say anything. */
    record Answer(@Nullable Object value, @Nullable String failure) {}

    /**
     * Understands FEEL with or without a leading {@code =}, and simple comparisons written as <code>${…}</code>.
     *
     * @throws IllegalArgumentException with the reason where the text is neither
     */
    static Expression compile(String text, ZoneId zone) {
        var feel = text.strip();
        if (Juel.isJuel(feel)) {
            feel = Juel.toFeel(feel);
        } else if (feel.startsWith("=")) {
            feel = feel.substring(1);
        }
        return new Expression(parse(feel, FEEL::parseExpression), zone);
    }

    /**
     * Understands a unary test of a decision table, about {@link #INPUT}.
     *
     * @throws IllegalArgumentException with the reason where the text is none
     */
    static Expression unary(String text, ZoneId zone) {
        return new Expression(parse(text, FEEL::parseUnaryTests), zone);
    }

    private static ParsedExpression parse(String feel, Function<String, ParseResult> parser) {
        if (feel.length() > LONGEST) {
            throw new IllegalArgumentException("Longer than " + LONGEST + " characters");
        }
        try {
            var parsed = parser.apply(feel);
            if (!parsed.isSuccess()) {
                throw new IllegalArgumentException(parsed.failure().message());
            }
            if (isRandom(parsed.parsedExpression().expression())) {
                throw new IllegalArgumentException("random number() cannot be decided twice alike");
            }
            return parsed.parsedExpression();
        } catch (StackOverflowError tooDeep) {
            // The parser descends with the brackets of whoever wrote them and knows no bound of its own.
            throw new IllegalArgumentException("Nested too deeply", tooDeep);
        }
    }

    @Override
    public Answer evaluate(Map<String, Object> data, Instant at) {
        var plain = PlainData.of(data);
        var result = ScopedValue.where(NOW, at.atZone(zone)).call(() -> FEEL.evaluate(parsed, plain));
        if (!result.isSuccess()) {
            return new Answer(null, result.failure().message());
        }
        var unknown = unknownFunction(result);
        return unknown != null ? new Answer(null, unknown) : new Answer(result.result(), null);
    }

    /** FEEL makes null of a call to nothing; here it is a slip of the designer that somebody must see. */
    private static @Nullable String unknownFunction(EvaluationResult result) {
        return result.getSuppressedFailures().stream()
                .filter(failure -> failure.failureType().toString().equals("NO_FUNCTION_FOUND"))
                .map(failure -> failure.failureMessage())
                .findFirst()
                .orElse(null);
    }

    private static boolean isRandom(Object expression) {
        if (expression instanceof FunctionInvocation call && call.function().equals("random number")) {
            return true;
        }
        if (expression instanceof Product product) {
            for (var part = product.productIterator(); part.hasNext(); ) {
                if (isRandom(part.next())) {
                    return true;
                }
            }
        }
        return false;
    }
}
