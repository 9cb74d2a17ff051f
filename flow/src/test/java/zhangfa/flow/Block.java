package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A random well-nested process: what goes in comes out once, whatever happens inside. */
sealed interface Block {

    record Step(String options) implements Block {}

    record Row(List<Block> blocks) implements Block {}

    record Parallel(List<Block> branches) implements Block {}

    record Choice(List<Block> branches) implements Block {}

    /** One or several branches at once. */
    record Some(List<Block> branches) implements Block {}

    /** A timer. */
    record Pause() implements Block {}

    /** A step that a timer may interrupt; then another block follows. */
    record Limited(Block late) implements Block {}

    record Loop(Block body) implements Block {}

    /** A sub-process. */
    record Sub(Block body) implements Block {}

    /** A sub-process that a timer may interrupt; then another block follows. */
    record LimitedSub(Block body, Block late) implements Block {}

    static Arbitrary<Block> any() {
        return nested(2).list().ofMinSize(1).ofMaxSize(3).map(Row::new);
    }

    private static Arbitrary<Block> nested(int depth) {
        Arbitrary<Block> step = Arbitraries.of(
                        "",
                        "",
                        ":work",
                        ":all",
                        ":return",
                        ":all:return",
                        ":sequence",
                        ":ratio:threshold=2/3",
                        ":within=PT8H/warn=PT2H")
                .map(Step::new);
        if (depth == 0) {
            return step;
        }
        var inner = nested(depth - 1);
        var branches = inner.list().ofMinSize(2).ofMaxSize(3);
        Arbitrary<Block> row = inner.list().ofMaxSize(2).map(Row::new);
        return Arbitraries.oneOf(
                step,
                row,
                branches.map(Parallel::new),
                branches.map(Choice::new),
                branches.map(Some::new),
                Arbitraries.just(new Pause()),
                inner.map(Limited::new),
                inner.map(Sub::new),
                Combinators.combine(step, inner, step)
                        .as((first, rest, late) -> new LimitedSub(new Row(List.of(first, rest)), late)),
                Combinators.combine(step, inner).as((first, rest) -> new Loop(new Row(List.of(first, rest)))));
    }

    /** The process as a {@link Sketch}: a choice goes by the number {@code d<n>}, loops by {@code again}. */
    static String sketch(Block block) {
        var drawing = new Drawing();
        var last = drawing.draw(block, "start", "");
        drawing.flow(last, "", "end");
        return String.join("; ", drawing.lines);
    }

    /** The lines drawn so far. */
    final class Drawing {

        private final List<String> lines = new ArrayList<>();
        private String inside = "";
        private int count;

        private void flow(String from, String condition, String to) {
            lines.add(inside + from + " > " + condition + to);
        }

        /** Draws a block behind a node and gives its last node. */
        private String draw(Block block, String from, String condition) {
            var number = ++count;
            return switch (block) {
                case Step step -> {
                    flow(from, condition, "S" + number + step.options());
                    yield "S" + number;
                }
                case Row row -> {
                    flow(from, condition, "?r" + number);
                    var last = "?r" + number;
                    for (var next : row.blocks()) {
                        last = draw(next, last, "");
                    }
                    yield last;
                }
                case Parallel parallel -> {
                    flow(from, condition, "+f" + number);
                    parallel.branches().forEach(branch -> flow(draw(branch, "+f" + number, ""), "", "+j" + number));
                    yield "+j" + number;
                }
                case Choice choice -> gateways(choice.branches(), from, condition, "[d%d = %d] ", number, "?g", "?m");
                case Some some -> gateways(some.branches(), from, condition, "[d%d != %d] ", number, "*g", "*j");
                case Pause _ -> {
                    flow(from, condition, "@t%d:PT1H".formatted(number));
                    yield "@t" + number;
                }
                case Limited limited -> {
                    flow(from, condition, "S" + number);
                    flow("S" + number, "", "?m" + number);
                    flow(draw(limited.late(), "!b%1$d:S%1$d:PT4H".formatted(number), ""), "", "?m" + number);
                    yield "?m" + number;
                }
                case Sub sub -> sub(sub.body(), from, condition, number);
                case LimitedSub sub -> limited(sub, from, condition, number);
                case Loop loop -> loop(loop, from, condition, number);
            };
        }

        private String sub(Block body, String from, String condition, int number) {
            flow(from, condition, "&U" + number);
            var outer = inside;
            inside = "&U%d: ".formatted(number);
            flow(draw(body, "start" + number, ""), "", "end" + number);
            inside = outer;
            return "&U" + number;
        }

        private String limited(LimitedSub sub, String from, String condition, int number) {
            flow(sub(sub.body(), from, condition, number), "", "?m" + number);
            flow(draw(sub.late(), "!b%1$d:u_U%1$d:PT4H".formatted(number), ""), "", "?m" + number);
            return "?m" + number;
        }

        private String loop(Loop loop, String from, String condition, int number) {
            flow(from, condition, "?m" + number);
            flow(draw(loop.body(), "?m" + number, ""), "", "?l" + number);
            flow("?l" + number, "[again] ", "?m" + number);
            flow("?l" + number, "[*] ", "?k" + number);
            return "?k" + number;
        }

        /** Branches between two gateways, the last of them the default, unless it is one of two that may both be taken. */
        private String gateways(
                List<Block> branches,
                String from,
                String condition,
                String asking,
                int number,
                String split,
                String join) {
            flow(from, condition, split + number);
            for (var i = 0; i < branches.size(); i++) {
                var isDefault = i == branches.size() - 1 && (branches.size() > 2 || split.startsWith("?"));
                var asked = isDefault ? "[*] " : asking.formatted(number, i);
                flow(draw(branches.get(i), split + number, asked), "", join + number);
            }
            return join + number;
        }
    }
}
