package zhangfa.mining.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import zhangfa.mining.drawing.Flowchart.Flow;

/**
 * Nodes in layers from left to right (Sugiyama, Tagawa, Toda 1981): every flow leads to a layer further right, over
 * bends in the layers between; within a layer all stand near what they are joined to, and none on another.
 */
final class Layers {

    private static final int SWEEPS = 12;
    private static final int BEND = 10;

    private final Flowchart chart;
    private final List<List<Item>> layers = new ArrayList<>();
    private final Map<Flow, List<Item>> ways = new HashMap<>();
    private final List<Item> items = new ArrayList<>();

    /** Something that stands in a layer: a node, or the bend of a flow that passes. */
    static final class Item {
        private final int layer;
        private final int height;
        private final List<Item> before = new ArrayList<>();
        private final List<Item> next = new ArrayList<>();
        private double position;
        private int axis;

        Item(int layer, int height) {
            this.layer = layer;
            this.height = height;
        }

        int layer() {
            return layer;
        }

        /** The height of its middle line. */
        int axis() {
            return axis;
        }

        int height() {
            return height;
        }
    }

    private Layers(Flowchart chart) {
        this.chart = chart;
    }

    /** Arranges the nodes; flows that lead back take no part. */
    static Layers of(Flowchart chart, Walk walk) {
        var layers = new Layers(chart);
        layers.fill(walk);
        layers.sort();
        layers.align();
        return layers;
    }

    int size() {
        return layers.size();
    }

    /** What a flow passes: its source, a bend in each layer between, its target. */
    List<Item> way(Flow flow) {
        return ways.getOrDefault(flow, List.of());
    }

    Item item(int node) {
        return items.get(node);
    }

    private void fill(Walk walk) {
        var depths = new int[chart.nodes().size()];
        for (var node : walk.nodes()) {
            for (var flow : ahead(walk)) {
                if (flow.from() == node) {
                    depths[flow.to()] = Math.max(depths[flow.to()], depths[node] + 1);
                }
            }
        }
        var last = Arrays.stream(depths).max().orElse(0);
        IntStream.rangeClosed(0, last).forEach(layer -> layers.add(new ArrayList<>()));
        for (var node = 0; node < depths.length; node++) {
            var kind = chart.nodes().get(node).kind();
            items.add(item(kind == Shape.Kind.END ? last : depths[node], kind.height()));
        }
        for (var flow : ahead(walk)) {
            ways.put(flow, way(items.get(flow.from()), items.get(flow.to())));
        }
    }

    private List<Flow> ahead(Walk walk) {
        return chart.flows().stream()
                .filter(flow -> !walk.back().contains(flow))
                .toList();
    }

    private Item item(int layer, int height) {
        var item = new Item(layer, height);
        item.position = layers.get(layer).size();
        layers.get(layer).add(item);
        return item;
    }

    private List<Item> way(Item from, Item to) {
        var way = new ArrayList<>(List.of(from));
        for (var layer = from.layer + 1; layer <= to.layer; layer++) {
            var one = layer == to.layer ? to : item(layer, BEND);
            way.getLast().next.add(one);
            one.before.add(way.getLast());
            way.add(one);
        }
        return way;
    }

    /** Orders each layer by the mean place of its neighbours, to and fro, so that few flows cross. */
    private void sort() {
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            var forth = sweep % 2 == 0;
            for (var layer : forth ? layers : layers.reversed()) {
                layer.forEach(item -> item.position = mean(item, forth ? item.before : item.next));
                layer.sort(Comparator.comparingDouble(item -> item.position));
                for (var i = 0; i < layer.size(); i++) {
                    layer.get(i).position = i;
                }
            }
        }
    }

    private static double mean(Item item, List<Item> neighbours) {
        return neighbours.stream().mapToDouble(one -> one.position).average().orElse(item.position);
    }

    /** Gives every item a height near its neighbours', to and fro, with room between those of one layer. */
    private void align() {
        for (var layer : layers) {
            spread(layer);
        }
        for (var sweep = 0; sweep <= SWEEPS; sweep++) {
            var forth = sweep % 2 == 0;
            for (var layer : forth ? layers : layers.reversed()) {
                layer.forEach(item -> item.position = mean(item, forth ? item.before : item.next));
                spread(layer);
            }
        }
        var top = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(item -> item.position - item.height / 2.0)
                .min()
                .orElse(0);
        layers.stream().flatMap(List::stream).forEach(item -> item.axis = (int) Math.round(item.position - top));
    }

    /**
     * Moves items as little as possible so that none stands on another: the nearest rising sequence once the room
     * between them is taken away, which is found by pooling what violates it (isotonic regression).
     */
    private static void spread(List<Item> layer) {
        var sums = new double[layer.size()];
        var sizes = new int[layer.size()];
        var pools = 0;
        var room = 0.0;
        var rooms = new double[layer.size()];
        for (var i = 0; i < layer.size(); i++) {
            room += i == 0 ? 0 : (layer.get(i - 1).height + layer.get(i).height) / 2 + Room.SPACE;
            rooms[i] = room;
            sums[pools] = layer.get(i).position - room;
            sizes[pools++] = 1;
            while (pools > 1 && sums[pools - 2] / sizes[pools - 2] > sums[pools - 1] / sizes[pools - 1]) {
                pools--;
                sums[pools - 1] += sums[pools];
                sizes[pools - 1] += sizes[pools];
            }
        }
        for (int pool = 0, i = 0; pool < pools; pool++) {
            for (var member = 0; member < sizes[pool]; member++, i++) {
                layer.get(i).position = sums[pool] / sizes[pool] + rooms[i];
            }
        }
    }
}
