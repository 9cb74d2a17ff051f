package zhangfa.mining.tree;

import java.util.ArrayList;
import java.util.List;
import zhangfa.mining.tree.ProcessTree.Block;
import zhangfa.mining.tree.ProcessTree.Silent;

/** Takes out of a tree what changes nothing: blocks of one part, blocks in blocks of their kind, idle silent steps. */
final class Reduction {

    private Reduction() {}

    static ProcessTree reduce(ProcessTree tree) {
        return tree instanceof Block block ? reduce(block) : tree;
    }

    private static ProcessTree reduce(Block block) {
        var operator = block.operator();
        var parts = new ArrayList<ProcessTree>();
        for (var part : block.parts()) {
            var reduced = reduce(part);
            if (operator.isAssociative() && reduced instanceof Block inner && inner.operator() == operator) {
                parts.addAll(inner.parts());
            } else {
                parts.add(reduced);
            }
        }
        return switch (operator) {
            case SEQUENCE, PARALLEL -> built(operator, withSilent(parts, 0));
            case CHOICE, INCLUSIVE -> built(operator, withSilent(parts, 1));
            case LOOP ->
                parts.stream().allMatch(Silent.class::isInstance) ? ProcessTree.silent() : new Block(operator, parts);
        };
    }

    private static List<ProcessTree> withSilent(List<ProcessTree> parts, int most) {
        var kept = new ArrayList<ProcessTree>();
        var silent = 0;
        for (var part : parts) {
            if (!(part instanceof Silent) || silent++ < most) {
                kept.add(part);
            }
        }
        return kept;
    }

    private static ProcessTree built(Operator operator, List<ProcessTree> parts) {
        return switch (parts.size()) {
            case 0 -> ProcessTree.silent();
            case 1 -> parts.getFirst();
            default -> new Block(operator, parts);
        };
    }
}
