package zhangfa.mining.conformance;

import java.util.List;

/**
 * A cheapest way to explain a case by a run of the model.
 *
 * @param cost moves only in the log plus visible moves only in the model; when not optimal, no way is cheaper
 * @param optimal whether the search came to its end; if not, the cost is a lower bound and there are no steps
 * @param steps from the first marking to the last
 */
public record Alignment(int cost, boolean optimal, List<Step> steps) {

    public Alignment {
        steps = List.copyOf(steps);
    }

    public boolean fits() {
        return optimal && cost == 0;
    }
}
