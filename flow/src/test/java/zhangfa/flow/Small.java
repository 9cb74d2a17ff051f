package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every well-nested process of few nodes. A node is what is drawn and is neither an arrow nor a start or an end:
 *
 * <pre>
 * row    = block, or block and row                   nodes of both
 * block  = step that one person decides              1
 *        | step that two people must agree on        1
 *        | timer                                     1
 *        | parallel row row                          2 and its rows
 *        | exclusive row row                         2 and its rows
 *        | inclusive row row: one of them or both    2 and its rows
 *        | loop row: a step comes first              2 and its row
 *        | step that a timer ends, then row          3 and its row
 *        | sub-process row                           1 and its row
 *        | sub-process row that a timer ends, row    3 and its rows
 * </pre>
 */
final class Small {

    private Small() {}

    /** All of so many nodes on which somebody works; branches that are merely exchanged are the same. */
    static List<Block> models(int nodes) {
        return rows(nodes).filter(block -> block.toString().contains("Step")).toList();
    }

    private static Stream<Block> rows(int nodes) {
        if (nodes < 1) {
            return Stream.of();
        }
        return Stream.concat(
                single(nodes),
                IntStream.range(1, nodes)
                        .boxed()
                        .flatMap(first ->
                                single(first).flatMap(one -> rows(nodes - first).map(rest -> row(one, rest)))));
    }

    private static Block row(Block first, Block rest) {
        var blocks = new ArrayList<>(List.of(first));
        if (rest instanceof Block.Row(var more)) {
            blocks.addAll(more);
        } else {
            blocks.add(rest);
        }
        return new Block.Row(blocks);
    }

    private static Stream<Block> single(int nodes) {
        if (nodes == 1) {
            return Stream.of(new Block.Step(""), new Block.Step(":all"), new Block.Pause());
        }
        return Stream.of(
                        branches(nodes - 2).map(Block.Parallel::new),
                        branches(nodes - 2).map(Block.Choice::new),
                        branches(nodes - 2).map(Block.Some::new),
                        rows(nodes - 2).filter(Small::isWorkFirst).map(Block.Loop::new),
                        rows(nodes - 3).map(Block.Limited::new),
                        rows(nodes - 1).map(Block.Sub::new),
                        pairs(nodes - 3).map(rows -> new Block.LimitedSub(rows.getFirst(), rows.getLast())))
                .flatMap(all -> all);
    }

    private static boolean isWorkFirst(Block body) {
        return body instanceof Block.Row(var blocks) ? isWorkFirst(blocks.getFirst()) : body instanceof Block.Step;
    }

    /** Two rows of so many nodes together. */
    private static Stream<List<Block>> pairs(int nodes) {
        return IntStream.range(1, nodes)
                .boxed()
                .flatMap(first -> rows(first).flatMap(one -> rows(nodes - first).map(other -> List.of(one, other))));
    }

    private static Stream<List<Block>> branches(int nodes) {
        return pairs(nodes)
                .filter(rows ->
                        rows.getFirst().toString().compareTo(rows.getLast().toString()) <= 0);
    }
}
