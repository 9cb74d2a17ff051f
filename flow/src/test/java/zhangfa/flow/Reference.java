package zhangfa.flow;

import java.util.List;
import java.util.Map;

/** Another engine with one case in it, moved by hand: an independent reading of the same model. */
interface Reference extends AutoCloseable {

    /** Open user tasks and waiting timers by their ids in the model, sorted. */
    List<String> open();

    /** Completes a task, or lets a timer go off. */
    void go(String element, Map<String, Object> data);

    /** Whether a token waits at this gateway. */
    boolean isWaiting(String gateway);

    /** Whether tokens that come one after another on the only flow into an inclusive gateway become one there. */
    default boolean makesOneOfSeveral() {
        return false;
    }

    @Override
    void close();
}
