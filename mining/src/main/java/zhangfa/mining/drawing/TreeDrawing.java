package zhangfa.mining.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.drawing.Shape.Kind;
import zhangfa.mining.tree.Operator;
import zhangfa.mining.tree.ProcessTree;
import zhangfa.mining.tree.ProcessTree.Activity;
import zhangfa.mining.tree.ProcessTree.Block;
import zhangfa.mining.tree.ProcessTree.Silent;

/**
 * Draws a process tree as BPMN: from left to right, the branches of a gateway under each other, and the way back of a
 * loop under its body from right to left. Every part has a room of its own, so no two shapes overlap and no flow
 * crosses a shape.
 */
public final class TreeDrawing {

    private static final int MARGIN = 40;

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** The first and the last shape of a part; a silent part has none. */
    private record Ends(Shape first, Shape last) {}

    private TreeDrawing() {}

    /** Draws a tree, which is reduced before. */
    public static Drawing of(ProcessTree tree) {
        var drawing = new TreeDrawing();
        drawing.draw(Room.of(tree.reduced()));
        return new Drawing(drawing.shapes, drawing.lines);
    }

    private void draw(Room room) {
        var axis = MARGIN + Math.max(room.above(), Kind.START.height() / 2);
        var start = shape(Kind.START, "", MARGIN, axis, 1);
        var from = MARGIN + Kind.START.width() + Room.GAP;
        var parts = place(room, from, axis, 1);
        var end = shape(Kind.END, "", from + room.width() + (parts == null ? 0 : Room.GAP), axis, 1);
        if (parts == null) {
            connect(start, end, 1);
        } else {
            connect(start, parts.first, 1);
            connect(parts.last, end, 1);
        }
    }

    /** Draws a part that begins at {@code from} and goes on to the right (1) or, on a way back, to the left (-1). */
    private @Nullable Ends place(Room room, int from, int axis, int direction) {
        return switch (room.tree()) {
            case Silent silent -> null;
            case Activity activity -> {
                var task = shape(Kind.TASK, activity.name(), from, axis, direction);
                yield new Ends(task, task);
            }
            case Block block ->
                block.operator() == Operator.SEQUENCE
                        ? sequence(room, from, axis, direction)
                        : branches(room, block.operator(), from, axis, direction);
        };
    }

    private @Nullable Ends sequence(Room room, int from, int axis, int direction) {
        Ends all = null;
        var at = from;
        for (var part : room.parts()) {
            var ends = place(part, at, axis, direction);
            at += direction * (part.width() + Room.GAP);
            if (ends != null && all != null) {
                connect(all.last, ends.first, direction);
                all = new Ends(all.first, ends.last);
            } else if (ends != null) {
                all = ends;
            }
        }
        return all;
    }

    private Ends branches(Room room, Operator operator, int from, int axis, int direction) {
        var kind = switch (operator) {
            case PARALLEL -> Kind.PARALLEL;
            case INCLUSIVE -> Kind.INCLUSIVE;
            case CHOICE, LOOP, SEQUENCE -> Kind.EXCLUSIVE;
        };
        var opening = shape(kind, "", from, axis, direction);
        var closing = shape(kind, "", from + direction * (room.width() - kind.width()), axis, direction);
        var inside = from + direction * (kind.width() + Room.GAP);
        var farInside = from + direction * (room.width() - kind.width() - Room.GAP);
        var at = axis;
        for (var i = 0; i < room.parts().size(); i++) {
            var part = room.parts().get(i);
            if (i > 0) {
                at += room.parts().get(i - 1).below() + Room.SPACE + part.above();
            }
            if (operator == Operator.LOOP && i > 0) {
                branch(closing, opening, place(part, farInside, at, -direction), at, -direction);
            } else {
                branch(opening, closing, place(part, inside, at, direction), at, direction);
            }
        }
        return new Ends(opening, closing);
    }

    /** Leads from one gateway through a branch to the other; a branch off the line is entered and left from below. */
    private void branch(Shape opening, Shape closing, @Nullable Ends part, int axis, int direction) {
        var straight = opening.left().y() == axis;
        var down = new Point(opening.bottom().x(), axis);
        var up = new Point(closing.bottom().x(), axis);
        if (part == null && straight) {
            connect(opening, closing, direction);
        } else if (part == null) {
            line(opening, closing, List.of(opening.bottom(), down, up, closing.bottom()));
        } else if (straight) {
            connect(opening, part.first, direction);
            connect(part.last, closing, direction);
        } else {
            line(opening, part.first, List.of(opening.bottom(), down, entry(part.first, direction)));
            line(part.last, closing, List.of(exit(part.last, direction), up, closing.bottom()));
        }
    }

    private static Point entry(Shape shape, int direction) {
        return direction > 0 ? shape.left() : shape.right();
    }

    private static Point exit(Shape shape, int direction) {
        return direction > 0 ? shape.right() : shape.left();
    }

    private void connect(Shape source, Shape target, int direction) {
        line(source, target, List.of(exit(source, direction), entry(target, direction)));
    }

    private void line(Shape source, Shape target, List<Point> points) {
        lines.add(new Line("flow-" + (lines.size() + 1), source.id(), target.id(), points));
    }

    private Shape shape(Kind kind, String name, int from, int axis, int direction) {
        var id = kind.tag() + "-" + (shapes.size() + 1);
        var shape = Shape.at(id, kind, name, direction > 0 ? from : from - kind.width(), axis);
        shapes.add(shape);
        return shape;
    }
}
