package zhangfa.flow;

import java.time.Instant;
import java.util.Map;

/** What gives a value for data at an instant, and for nothing else: an expression, or a decision. */
sealed interface Computable permits Expression, FlowDecision {

    Expression.Answer evaluate(Map<String, Object> data, Instant at);
}
