package zhangfa.organization.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/**
 * A unit in the chart with everything below it.
 *
 * @param head null while vacant
 * @param members who works in the unit itself, without its head
 */
public record ChartNode(Unit unit, @Nullable Person head, List<Person> members, List<ChartNode> children) {

    /** Everybody in the unit and below, each counted where they work. */
    public int headcount() {
        var head = this.head;
        var own = members.size() + (head != null && head.unit().equals(unit.id()) ? 1 : 0);
        return own + children.stream().mapToInt(ChartNode::headcount).sum();
    }
}
