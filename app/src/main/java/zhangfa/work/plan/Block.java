package zhangfa.work.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing on the way of a case: a step of people, a copy to people, or a fork into branches that come together again. */
public sealed interface Block {

    String id();

    String name();

    /**
     * People are asked.
     *
     * @param approval whether they judge; otherwise they do something
     * @param mode {@code any}, {@code all}, {@code sequence}, {@code ratio} or {@code weighted}
     * @param threshold how much must agree in a ratio, such as {@code 60%}; null elsewhere
     * @param returns whether a rejection goes back to the initiator instead of ending the case
     * @param fields what the step may do with fields of the form, by their keys: hidden, read, write, required
     * @param guide what its people should know
     * @param settings further {@code zhangfa:} attributes, kept as they are
     */
    record Step(
            String id,
            String name,
            boolean approval,
            Who who,
            String mode,
            @Nullable String threshold,
            boolean returns,
            @Nullable TimeLimit limit,
            Map<String, String> fields,
            @Nullable String guide,
            Map<String, String> settings)
            implements Block {

        /** A step that asks nobody yet. */
        public static Step fresh(String id, String name, boolean approval) {
            return new Step(id, name, approval, Who.NOBODY, "any", null, false, null, Map.of(), null, Map.of());
        }
    }

    /** People learn of the case without being asked; who they are is written as rules such as {@code person:ceo}. */
    record Copy(String id, String name, List<String> to) implements Block {}

    /** Branches that begin here and come together again at {@code end}. */
    record Fork(String id, String name, Kind kind, String end, List<Branch> branches) implements Block {

        /** Which branches a case takes. */
        public enum Kind {
            /** The first whose condition holds. */
            CHOICE("exclusiveGateway"),
            /** All whose conditions hold. */
            SEVERAL("inclusiveGateway"),
            /** All. */
            PARALLEL("parallelGateway");

            private final String element;

            Kind(String element) {
                this.element = element;
            }

            String element() {
                return element;
            }

            public boolean isConditional() {
                return this != PARALLEL;
            }
        }
    }

    /**
     * One way through a fork.
     *
     * @param id also that of the sequence flow which begins it
     * @param when null for a branch of a parallel fork, and for the one that is taken where no condition holds
     */
    record Branch(String id, String name, @Nullable Condition when, List<Block> blocks) {

        public boolean isOtherwise(Fork fork) {
            return fork.kind().isConditional() && when == null;
        }
    }
}
