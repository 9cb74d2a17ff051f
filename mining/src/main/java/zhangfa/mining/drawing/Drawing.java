package zhangfa.mining.drawing;

import java.util.List;

/** A process as it is drawn: shapes that do not overlap, and flows between them. */
public record Drawing(List<Shape> shapes, List<Line> lines) {

    public Drawing {
        shapes = List.copyOf(shapes);
        lines = List.copyOf(lines);
    }
}
