package zhangfa.mining.drawing;

/**
 * One element of a drawing with its place, in pixels from the upper left corner.
 *
 * @param id unique in the drawing
 * @param name what stands on it; empty for a gateway
 */
public record Shape(String id, Kind kind, String name, int x, int y, int width, int height) {

    /** What an element is. */
    public enum Kind {
        START("startEvent", 36, 36),
        END("endEvent", 36, 36),
        TASK("task", 140, 70),
        EXCLUSIVE("exclusiveGateway", 50, 50),
        PARALLEL("parallelGateway", 50, 50),
        INCLUSIVE("inclusiveGateway", 50, 50);

        private final String tag;
        private final int width;
        private final int height;

        Kind(String tag, int width, int height) {
            this.tag = tag;
            this.width = width;
            this.height = height;
        }

        String tag() {
            return tag;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    /** An element whose middle line is at this height; its left edge is at {@code x}. */
    static Shape at(String id, Kind kind, String name, int x, int axis) {
        return new Shape(id, kind, name, x, axis - kind.height() / 2, kind.width(), kind.height());
    }

    Point left() {
        return new Point(x, y + height / 2);
    }

    Point right() {
        return new Point(x + width, y + height / 2);
    }

    Point bottom() {
        return new Point(x + width / 2, y + height);
    }

    public boolean overlaps(Shape other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
}
