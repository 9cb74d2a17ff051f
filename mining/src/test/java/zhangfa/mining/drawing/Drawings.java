package zhangfa.mining.drawing;

import static org.assertj.core.api.Assertions.assertThat;

/** What every drawing must be. */
final class Drawings {

    private Drawings() {}

    static void assertNoTwoShapesOverlap(Drawing drawing) {
        for (var one : drawing.shapes()) {
            assertThat(one.x()).isNotNegative();
            assertThat(one.y()).isNotNegative();
            for (var other : drawing.shapes()) {
                assertThat(one != other && one.overlaps(other)).isFalse();
            }
        }
    }

    static void assertNoFlowCrossesAShape(Drawing drawing) {
        for (var line : drawing.lines()) {
            for (var i = 1; i < line.points().size(); i++) {
                var stretch = stretch(line.points().get(i - 1), line.points().get(i));
                assertThat(drawing.shapes()).noneMatch(shape -> shape.overlaps(stretch));
            }
        }
    }

    /** What lies between two points, as a shape one pixel thick that does not touch its ends. */
    private static Shape stretch(Point from, Point to) {
        assertThat(from.x() == to.x() || from.y() == to.y()).isTrue();
        var width = Math.abs(from.x() - to.x());
        var height = Math.abs(from.y() - to.y());
        return new Shape(
                "",
                Shape.Kind.TASK,
                "",
                Math.min(from.x(), to.x()),
                Math.min(from.y(), to.y()),
                Math.max(1, width),
                Math.max(1, height));
    }
}
