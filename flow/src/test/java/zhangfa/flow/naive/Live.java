package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a case has now: a step that asks, a token that waits, or a scope with what is in it. */
final class Live {

    enum As {
        STEP,
        WAIT,
        PARKED,
        SCOPE,
        ROUNDS,
        GATE,
        STUCK
    }

    final As as;
    final int number;
    final Shape shape;
    final @Nullable Live inside;

    @Nullable
    Arrow at;

    /** The step that waits for this detour. */
    @Nullable
    Live detourOf;

    @Nullable
    Signers signers;

    /** Events that have occurred already, and conditions that hold. */
    final Map<String, Integer> spent = new HashMap<>();

    final Map<String, Integer> occurred = new HashMap<>();
    final Map<String, Boolean> held = new HashMap<>();

    /** Tokens that ended here. */
    final List<Integer> ends = new ArrayList<>();

    boolean handled;

    /** What it waits for outside could not be done. */
    boolean failed;

    int index = -1;
    int total;
    int begun;
    int removed;
    int done;

    /** The instance that was done or taken away last. */
    @Nullable
    Integer last;

    @Nullable
    List<?> items;

    Live(As as, int number, Shape shape, @Nullable Live inside) {
        this.as = as;
        this.number = number;
        this.shape = shape;
        this.inside = inside;
    }

    Live scope() {
        return Objects.requireNonNull(inside);
    }

    boolean isIn(Live other) {
        for (var at = inside; at != null; at = at.inside) {
            if (at == other) {
                return true;
            }
        }
        return false;
    }

    /** One of several of the same. */
    boolean isInstance() {
        return inside != null && inside.as == As.ROUNDS && inside.shape.id().equals(shape.id());
    }

    /** Where the token belongs: a detour has the one of the step that waits for it. */
    Live atHome() {
        return detourOf == null ? this : detourOf.atHome();
    }

    Signers asked() {
        return Objects.requireNonNull(signers);
    }

    @Override
    public String toString() {
        return as + " " + shape.id() + " " + number;
    }
}
