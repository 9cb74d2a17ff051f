package zhangfa.mining.drawing;

import java.util.List;

/**
 * A sequence flow of a drawing.
 *
 * @param id unique in the drawing
 * @param source id of the shape that it leaves
 * @param target id of the shape that it enters
 * @param points from source to target, each straight above or beside the next
 */
public record Line(String id, String source, String target, List<Point> points) {

    public Line {
        points = List.copyOf(points);
    }
}
