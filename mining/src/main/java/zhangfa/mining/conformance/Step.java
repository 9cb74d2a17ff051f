package zhangfa.mining.conformance;

import org.jspecify.annotations.Nullable;

/**
 * One move of an alignment: in the log, in the model, or in both.
 *
 * @param kind who moves
 * @param activity what is done; null where the model moves silently
 * @param transition the id of the transition that fires; null where only the log moves
 */
public record Step(
        Kind kind, @Nullable String activity, @Nullable String transition) {

    /** Who moves, and what that costs. */
    public enum Kind {
        /** The log shows what the model does. */
        BOTH(0),
        /** The log shows what the model does not do at this point. */
        LOG(1),
        /** The model asks for what the log does not show. */
        MODEL(1),
        /** The model does something that no log shows. */
        SILENT(0);

        private final int cost;

        Kind(int cost) {
            this.cost = cost;
        }

        public int cost() {
            return cost;
        }
    }
}
