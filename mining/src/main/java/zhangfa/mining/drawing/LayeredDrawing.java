package zhangfa.mining.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import zhangfa.mining.drawing.Flowchart.Flow;
import zhangfa.mining.drawing.Layers.Item;
import zhangfa.mining.drawing.Tracks.Stretch;

/**
 * Draws any flowchart from left to right: nodes in layers, flows along tracks between the layers, and ways back under all
 * of it. No two shapes overlap and no flow crosses a shape.
 */
public final class LayeredDrawing {

    private static final int MARGIN = 40;
    private static final int TRACK = 15;

    private final Flowchart chart;
    private final Layers layers;
    private final Tracks[] gaps;
    private final Tracks lanes = new Tracks();
    private final int bottom;
    private final List<Route> routes;
    private final int[] lefts;

    /** How a flow goes: at which heights, and on which tracks of which gaps it changes between them. */
    private record Route(Flow flow, List<Integer> axes, List<Turn> turns) {}

    /** A change of height in the gap before a layer. */
    private record Turn(int gap, int track) {}

    private LayeredDrawing(Flowchart chart) {
        this.chart = chart;
        var walk = Walk.through(node -> chart.flows().stream()
                .filter(flow -> flow.from() == node)
                .map(Flow::to)
                .toList());
        this.layers = Layers.of(chart, walk);
        this.gaps = IntStream.rangeClosed(0, layers.size())
                .mapToObj(gap -> new Tracks())
                .toArray(Tracks[]::new);
        this.bottom = IntStream.range(0, chart.nodes().size())
                .mapToObj(layers::item)
                .mapToInt(item -> item.axis() + item.height() / 2)
                .max()
                .orElse(0);
        this.routes = chart.flows().stream()
                .sorted(Comparator.comparingInt(this::span))
                .map(flow -> walk.back().contains(flow) ? back(flow) : ahead(flow))
                .toList();
        this.lefts = lefts();
    }

    /** Draws a flowchart. */
    public static Drawing of(Flowchart chart) {
        return new LayeredDrawing(chart).drawing();
    }

    private int span(Flow flow) {
        return Math.abs(
                layers.item(flow.from()).layer() - layers.item(flow.to()).layer());
    }

    private Route ahead(Flow flow) {
        var axes = new ArrayList<Integer>();
        var turns = new ArrayList<Turn>();
        Item last = null;
        for (var item : layers.way(flow)) {
            if (last != null && last.axis() != item.axis()) {
                turns.add(turn(item.layer(), new Stretch(last.axis(), item.axis(), last, item)));
                axes.add(item.axis());
            } else if (last == null) {
                axes.add(item.axis());
            }
            last = item;
        }
        return new Route(flow, axes, turns);
    }

    /** Down behind the source, along a lane under everything, and up before the target. */
    private Route back(Flow flow) {
        var source = layers.item(flow.from());
        var target = layers.item(flow.to());
        var lane = lanes.add(new Stretch(source.layer() + 1, target.layer(), source, target));
        var axis = bottom + Room.SPACE + lane * TRACK;
        var down = turn(source.layer() + 1, new Stretch(source.axis(), axis, source, flow));
        var up = turn(target.layer(), new Stretch(axis, target.axis(), flow, target));
        return new Route(flow, List.of(source.axis(), axis, target.axis()), List.of(down, up));
    }

    private Turn turn(int gap, Stretch stretch) {
        return new Turn(gap, gaps[gap].add(stretch));
    }

    /** Where the gap before each layer begins. */
    private int[] lefts() {
        var widths = new int[layers.size()];
        for (var node = 0; node < chart.nodes().size(); node++) {
            var layer = layers.item(node).layer();
            widths[layer] =
                    Math.max(widths[layer], chart.nodes().get(node).kind().width());
        }
        var lefts = new int[layers.size() + 1];
        for (var layer = 0; layer < widths.length; layer++) {
            lefts[layer + 1] = lefts[layer] + gap(layer) + widths[layer];
        }
        return lefts;
    }

    private int gap(int layer) {
        return layer == 0 ? MARGIN : Math.max(Room.GAP, (gaps[layer].size() + 1) * TRACK);
    }

    private Drawing drawing() {
        var shapes = new ArrayList<Shape>();
        for (var node = 0; node < chart.nodes().size(); node++) {
            var kind = chart.nodes().get(node).kind();
            var item = layers.item(node);
            var from = lefts[item.layer()] + gap(item.layer());
            var left = from + (lefts[item.layer() + 1] - from - kind.width()) / 2;
            var id = kind.tag() + "-" + (node + 1);
            shapes.add(Shape.at(id, kind, chart.nodes().get(node).name(), left, MARGIN + item.axis()));
        }
        var lines = new ArrayList<Line>();
        for (var route : routes) {
            var source = shapes.get(route.flow.from());
            var target = shapes.get(route.flow.to());
            lines.add(new Line("flow-" + (lines.size() + 1), source.id(), target.id(), points(route, source, target)));
        }
        return new Drawing(shapes, lines);
    }

    private List<Point> points(Route route, Shape source, Shape target) {
        var points = new ArrayList<>(List.of(source.right()));
        for (var i = 0; i < route.turns.size(); i++) {
            var turn = route.turns.get(i);
            var at = lefts[turn.gap] + (turn.track + 1) * TRACK;
            points.add(new Point(at, MARGIN + route.axes.get(i)));
            points.add(new Point(at, MARGIN + route.axes.get(i + 1)));
        }
        points.add(target.left());
        return points;
    }
}
