package zhangfa.mining.drawing;

import java.util.List;

/**
 * A process as nodes and the flows between them, before it is drawn.
 *
 * @param nodes the first is the start; every node can be reached from it
 * @param flows each between two different nodes, at most one from one to the other
 */
public record Flowchart(List<Node> nodes, List<Flow> flows) {

    /**
     * An event, task or gateway.
     *
     * @param name of a task; empty for all else
     */
    public record Node(Shape.Kind kind, String name) {}

    /** A flow, by the positions of its nodes. */
    public record Flow(int from, int to) {}

    public Flowchart {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
    }
}
