package zhangfa.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The condition of a flow: an expression that says yes or no. */
record Condition(Expression expression) {

    /** What the condition said: yes, no, null, or why it could not say anything. */
    record Answer(@Nullable Boolean value, @Nullable String failure) {}

    /**
     * Understands what {@link Expression#compile} does.
     *
     * @throws IllegalArgumentException with the reason where the text cannot be understood
     */
    static Condition compile(String text, ZoneId zone) {
        return new Condition(Expression.compile(text, zone));
    }

    Answer test(Map<String, Object> data, Instant at) {
        var answer = expression.evaluate(data, at);
        return answer.failure() != null
                ? new Answer(null, answer.failure())
                : switch (answer.value()) {
                    case null -> new Answer(null, null);
                    case Boolean value -> new Answer(value, null);
                    case Object other -> new Answer(null, "It says " + other + ", which is neither yes nor no");
                };
    }
}
