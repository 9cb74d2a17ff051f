package zhangfa.work.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Fork;

/** Where everything stands in the drawing: from left to right, the branches of a fork below each other. */
final class Layout {

    private static final int GAP = 60;
    private static final int ROW = 120;

    /** What something takes up. */
    private record Box(int x, int y, int width, int height) {

        int right() {
            return x + width;
        }

        int middle() {
            return y + height / 2;
        }
    }

    private final Plan plan;
    private final List<PlanWriting.Flow> flows;
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    Layout(Plan plan, List<PlanWriting.Flow> flows) {
        this.plan = plan;
        this.flows = flows;
    }

    void write(Elements xml) throws XMLStreamException {
        var middle = ROW / 2 + 40;
        event(plan.start().id(), 160, middle);
        var end = sequence(plan.blocks(), 160 + 36 + GAP, middle);
        event(plan.end().id(), end, middle);
        xml.openDrawn("BPMNDiagram", Map.of("id", plan.key() + "-diagram"));
        xml.openDrawn("BPMNPlane", attributes(plan.key() + "-plane", plan.key()));
        for (var box : boxes.entrySet()) {
            shape(xml, box.getKey(), box.getValue());
        }
        for (var flow : flows) {
            edge(xml, flow);
        }
        xml.close();
        xml.close();
    }

    private void event(String id, int x, int middle) {
        boxes.put(id, new Box(x, middle - 18, 36, 36));
    }

    private void gateway(String id, int x, int middle) {
        boxes.put(id, new Box(x, middle - 25, 50, 50));
    }

    /** @return where the next one may stand */
    private int sequence(List<Block> blocks, int from, int middle) {
        var x = from;
        for (var block : blocks) {
            if (block instanceof Fork fork) {
                x = fork(fork, x, middle);
            } else {
                boxes.put(block.id(), new Box(x, middle - 40, 120, 80));
                x += 120 + GAP;
            }
        }
        return x;
    }

    private int fork(Fork fork, int x, int middle) {
        gateway(fork.id(), x, middle);
        var inside = x + 50 + GAP;
        var farthest = inside;
        var row = middle;
        for (var branch : fork.branches()) {
            farthest = Math.max(farthest, sequence(branch.blocks(), inside, row));
            row += rows(branch) * ROW;
        }
        gateway(fork.end(), farthest, middle);
        return farthest + 50 + GAP;
    }

    private static int rows(Branch branch) {
        return branch.blocks().stream()
                .mapToInt(block -> block instanceof Fork fork
                        ? fork.branches().stream().mapToInt(Layout::rows).sum()
                        : 1)
                .max()
                .orElse(1);
    }

    private static Map<String, String> attributes(String id, String of) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("id", id);
        attributes.put("bpmnElement", of);
        return attributes;
    }

    private static void shape(Elements xml, String id, Box box) throws XMLStreamException {
        xml.openDrawn("BPMNShape", attributes(id + "-shape", id));
        var size = new LinkedHashMap<String, String>();
        size.put("width", Integer.toString(box.width()));
        size.put("height", Integer.toString(box.height()));
        xml.drawn("dc", "Bounds", box.x(), box.y(), size);
        xml.close();
    }

    /** Straight on one row; else down at once behind a fork, or up right before its end. */
    private void edge(Elements xml, PlanWriting.Flow flow) throws XMLStreamException {
        var from = Objects.requireNonNull(boxes.get(flow.from()));
        var to = Objects.requireNonNull(boxes.get(flow.to()));
        xml.openDrawn("BPMNEdge", attributes(flow.id() + "-edge", flow.id()));
        var branch = plan.branches().filter(one -> one.id().equals(flow.id())).findFirst();
        var row = branch.filter(one -> one.blocks().isEmpty())
                .map(one -> rowOf(flow))
                .orElse(branch.isPresent() ? to.middle() : from.middle());
        point(
                xml,
                row == from.middle() ? from.right() : from.x() + from.width() / 2,
                row == from.middle() ? row : bottom(from));
        if (row != from.middle()) {
            point(xml, from.x() + from.width() / 2, row);
        }
        if (row != to.middle()) {
            point(xml, to.x() + to.width() / 2, row);
            point(xml, to.x() + to.width() / 2, bottom(to));
        } else {
            point(xml, to.x(), row);
        }
        xml.close();
    }

    private static int bottom(Box box) {
        return box.y() + box.height();
    }

    /** The row of a branch in which nothing stands. */
    private int rowOf(PlanWriting.Flow flow) {
        var fork = plan.forkOf(flow.id()).orElseThrow();
        var row = Objects.requireNonNull(boxes.get(fork.id())).middle();
        for (var branch : fork.branches()) {
            if (branch.id().equals(flow.id())) {
                return row;
            }
            row += rows(branch) * ROW;
        }
        return row;
    }

    private static void point(Elements xml, int x, int y) throws XMLStreamException {
        xml.drawn("di", "waypoint", x, y, Map.of());
    }
}
