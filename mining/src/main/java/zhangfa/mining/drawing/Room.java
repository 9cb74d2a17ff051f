package zhangfa.mining.drawing;

import java.util.List;
import zhangfa.mining.tree.Operator;
import zhangfa.mining.tree.ProcessTree;
import zhangfa.mining.tree.ProcessTree.Activity;
import zhangfa.mining.tree.ProcessTree.Block;
import zhangfa.mining.tree.ProcessTree.Silent;

/**
 * How much room a part of a tree takes in a drawing.
 *
 * @param tree the part
 * @param parts the rooms of its parts, in the order in which they are drawn
 * @param width along the flow
 * @param above over the line on which the flow enters and leaves
 * @param below under that line
 */
record Room(ProcessTree tree, List<Room> parts, int width, int above, int below) {

    /** Between two shapes along the flow. */
    static final int GAP = 50;

    /** Between two branches. */
    static final int SPACE = 20;

    private static final int GATEWAY = Shape.Kind.EXCLUSIVE.width();
    private static final int LANE = 10;

    static Room of(ProcessTree tree) {
        return switch (tree) {
            case Activity activity ->
                new Room(tree, List.of(), Shape.Kind.TASK.width(), Shape.Kind.TASK.height() / 2, 35);
            case Silent silent -> new Room(tree, List.of(), 0, LANE, LANE);
            case Block block -> block.operator() == Operator.SEQUENCE ? sequence(block) : branches(block);
        };
    }

    private static Room sequence(Block block) {
        var parts = block.parts().stream().map(Room::of).toList();
        var width = parts.stream().mapToInt(Room::width).sum() + GAP * (parts.size() - 1);
        var above = parts.stream().mapToInt(Room::above).max().orElse(0);
        var below = parts.stream().mapToInt(Room::below).max().orElse(0);
        return new Room(block, parts, width, above, below);
    }

    /** Branches lie under each other; what is skipped lies lowest, but the body of a loop stays on top. */
    private static Room branches(Block block) {
        var parts = (block.operator() == Operator.LOOP
                        ? block.parts().stream()
                        : block.parts().stream()
                                .sorted((one, other) -> Boolean.compare(isSilent(one), isSilent(other))))
                .map(Room::of)
                .toList();
        var widest = parts.stream().mapToInt(Room::width).max().orElse(0);
        var height = parts.stream().mapToInt(Room::height).sum() + SPACE * (parts.size() - 1);
        var above = Math.max(GATEWAY / 2, parts.getFirst().above);
        var below = Math.max(GATEWAY / 2, height - parts.getFirst().above);
        return new Room(block, parts, 2 * GATEWAY + 2 * GAP + widest, above, below);
    }

    private static boolean isSilent(ProcessTree tree) {
        return tree instanceof Silent;
    }

    int height() {
        return above + below;
    }
}
