package zhangfa.mining.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import zhangfa.mining.tree.ProcessTree;
import zhangfa.mining.tree.RandomTrees;
import zhangfa.mining.tree.TreeText;

class TreeDrawingTests {

    @Provide
    Arbitrary<ProcessTree> trees() {
        return RandomTrees.deep(4);
    }

    @Property(tries = 300)
    void noTwoShapesOverlap(@ForAll("trees") ProcessTree tree) {
        Drawings.assertNoTwoShapesOverlap(TreeDrawing.of(tree));
    }

    @Property(tries = 300)
    void noFlowCrossesAShape(@ForAll("trees") ProcessTree tree) {
        Drawings.assertNoFlowCrossesAShape(TreeDrawing.of(tree));
    }

    @Property(tries = 300)
    void allButTheWaysBackOfLoopsGoesFromLeftToRight(@ForAll("trees") ProcessTree tree) {
        var drawing = TreeDrawing.of(tree);
        var places = drawing.shapes().stream().collect(Collectors.toMap(Shape::id, shape -> shape));
        var back = new HashSet<String>();

        for (var line : drawing.lines()) {
            if (places.get(line.source()).x() > places.get(line.target()).x()) {
                back.add(line.id());
            }
        }

        assertThat(reachable(drawing, back)).containsAll(places.keySet());
        assertThat(tree.toString().contains("*") || back.isEmpty()).isTrue();
    }

    /** What a case can come to when the flows that lead back are followed too; everything is entered in some way. */
    private static Set<String> reachable(Drawing drawing, Set<String> back) {
        var next = new HashMap<String, Set<String>>();
        drawing.lines()
                .forEach(line -> next.computeIfAbsent(line.source(), id -> new HashSet<>())
                        .add(line.target()));
        assertThat(back)
                .allMatch(id ->
                        drawing.lines().stream().anyMatch(line -> line.id().equals(id)));
        return closure(next, drawing.shapes().getFirst().id());
    }

    private static Set<String> closure(Map<String, Set<String>> next, String first) {
        var found = new HashSet<String>();
        var open = new java.util.ArrayDeque<String>();
        open.add(first);
        while (!open.isEmpty()) {
            var id = open.poll();
            if (found.add(id)) {
                open.addAll(next.getOrDefault(id, Set.of()));
            }
        }
        return found;
    }

    @Test
    void theWayBackOfALoopRunsUnderItsBody() {
        var drawing = TreeDrawing.of(TreeText.read("*( 'work', 'rework' )"));
        var work = task(drawing, "work");
        var rework = task(drawing, "rework");

        assertThat(rework.y()).isGreaterThan(work.y() + work.height());
        assertThat(rework.x()).isEqualTo(work.x());
    }

    @Test
    void whatIsSkippedLiesLowestAndTheFirstBranchStaysOnTheLine() {
        var drawing = TreeDrawing.of(TreeText.read("->( 'a', X( tau, 'b' ), 'c' )"));

        assertThat(task(drawing, "b").y())
                .isEqualTo(task(drawing, "a").y())
                .isEqualTo(task(drawing, "c").y());
    }

    private static Shape task(Drawing drawing, String name) {
        return drawing.shapes().stream()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
