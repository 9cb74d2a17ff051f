package zhangfa.mining.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import zhangfa.mining.drawing.Flowchart.Flow;
import zhangfa.mining.drawing.Flowchart.Node;
import zhangfa.mining.drawing.Shape.Kind;

class LayeredDrawingTests {

    /** A way through all nodes, and any flows beside it, so that every node lies between start and end. */
    @Provide
    Arbitrary<Flowchart> charts() {
        var size = Arbitraries.integers().between(2, 12);
        return size.flatMap(nodes -> Arbitraries.integers()
                .between(0, nodes * nodes - 1)
                .set()
                .ofMaxSize(12)
                .map(flows -> chart(nodes, flows)));
    }

    private static Flowchart chart(int size, Set<Integer> more) {
        var nodes = new ArrayList<Node>();
        var flows = new LinkedHashSet<Flow>();
        for (var node = 0; node < size; node++) {
            var kind = node == 0 ? Kind.START : node == size - 1 ? Kind.END : Kind.values()[2 + node % 4];
            nodes.add(new Node(kind, kind == Kind.TASK ? "task " + node : ""));
            if (node > 0) {
                flows.add(new Flow(node - 1, node));
            }
        }
        for (int one : more) {
            var flow = new Flow(one / size, one % size);
            if (flow.from() != flow.to() && flow.to() > 0 && flow.from() < size - 1) {
                flows.add(flow);
            }
        }
        return new Flowchart(nodes, List.copyOf(flows));
    }

    @Property(tries = 300)
    void noTwoShapesOverlap(@ForAll("charts") Flowchart chart) {
        Drawings.assertNoTwoShapesOverlap(LayeredDrawing.of(chart));
    }

    @Property(tries = 300)
    void noFlowCrossesAShape(@ForAll("charts") Flowchart chart) {
        Drawings.assertNoFlowCrossesAShape(LayeredDrawing.of(chart));
    }

    @Property(tries = 300)
    void everyFlowIsDrawnFromItsSourceToItsTarget(@ForAll("charts") Flowchart chart) {
        var drawing = LayeredDrawing.of(chart);
        var shapes = drawing.shapes().stream().collect(Collectors.toMap(Shape::id, shape -> shape));

        assertThat(drawing.lines()).hasSameSizeAs(chart.flows()).allSatisfy(line -> {
            assertThat(line.points().getFirst())
                    .isEqualTo(shapes.get(line.source()).right());
            assertThat(line.points().getLast())
                    .isEqualTo(shapes.get(line.target()).left());
        });
    }

    @Test
    void aSequenceIsAStraightLineAndAWayBackRunsUnderIt() {
        var drawing = LayeredDrawing.of(chart(6, Set.of(4 * 6 + 1)));

        var bottom = drawing.shapes().stream()
                .mapToInt(shape -> shape.y() + shape.height())
                .max()
                .orElseThrow();
        assertThat(drawing.shapes().stream().map(shape -> shape.left().y()))
                .containsOnly(drawing.shapes().getFirst().left().y());
        assertThat(drawing.lines())
                .filteredOn(line -> line.points().size() > 2)
                .hasSize(1)
                .allMatch(line -> line.points().get(2).y() > bottom);
    }
}
