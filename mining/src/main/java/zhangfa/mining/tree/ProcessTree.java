package zhangfa.mining.tree;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A block-structured model (Leemans 2017, chapter 2): always sound, since every block has one entry and one exit. */
public sealed interface ProcessTree {

    /** One activity. */
    record Activity(String name) implements ProcessTree {
        @Override
        public String toString() {
            return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
    }

    /** Nothing that could be seen. */
    record Silent() implements ProcessTree {
        @Override
        public String toString() {
            return "tau";
        }
    }

    /**
     * Parts that relate to each other.
     *
     * @param parts at least one, a loop at least two: what is done and what leads back to it
     */
    record Block(Operator operator, List<ProcessTree> parts) implements ProcessTree {

        public Block {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || (operator == Operator.LOOP && parts.size() < 2)) {
                throw new IllegalArgumentException(operator + " of " + parts.size() + " parts");
            }
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(ProcessTree::toString)
                    .collect(Collectors.joining(", ", operator.sign() + "( ", " )"));
        }
    }

    /** The step that no log shows. */
    static ProcessTree silent() {
        return new Silent();
    }

    static ProcessTree of(Operator operator, ProcessTree... parts) {
        return new Block(operator, List.of(parts));
    }

    /** Every activity of the leaves, from left to right; one that stands on several leaves as often. */
    default Stream<String> activities() {
        return switch (this) {
            case Activity activity -> Stream.of(activity.name());
            case Silent silent -> Stream.of();
            case Block block -> block.parts().stream().flatMap(ProcessTree::activities);
        };
    }

    /** A tree of the same language without parts that say nothing. */
    default ProcessTree reduced() {
        return Reduction.reduce(this);
    }
}
