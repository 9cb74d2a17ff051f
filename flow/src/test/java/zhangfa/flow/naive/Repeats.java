package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import zhangfa.flow.naive.Live.As;

/** Activities done several times: several instances, in parallel or one after another, and loops (13.3.6, 13.3.7). */
final class Repeats {

    private final Board board;

    Repeats(Board board) {
        this.board = board;
    }

    void begin(Shape shape, int number, Live scope) {
        var rounds = new Live(As.ROUNDS, number, shape, scope);
        var loop = loop(shape);
        if (loop != null) {
            board.put(rounds);
            if (isBefore(loop) && !goesOn(rounds, loop)) {
                board.leave(rounds);
            } else {
                one(rounds);
            }
            return;
        }
        if (!count(rounds)) {
            board.put(new Live(As.STUCK, number, shape, scope));
            return;
        }
        board.put(rounds);
        if (rounds.total == 0) {
            board.leave(rounds);
        } else if (isSequential(shape)) {
            one(rounds);
        } else {
            while (rounds.begun < rounds.total) {
                one(rounds);
            }
        }
    }

    void one(Live rounds) {
        var index = rounds.begun++;
        var inRow = isSequential(rounds.shape) || loop(rounds.shape) != null;
        var from = inRow && rounds.last != null ? List.of(rounds.number, rounds.last) : List.of(rounds.number);
        board.instance(rounds.shape, board.lineage.of("instance " + index, from), rounds, index);
    }

    /** An instance is done: stop, go on with the next, or wait for the others. */
    void next(Live instance) {
        var rounds = instance.scope();
        rounds.done++;
        rounds.last = board.out(instance);
        rounds.ends.add(rounds.last);
        var loop = loop(rounds.shape);
        if (loop != null) {
            if (goesOn(rounds, loop)) {
                one(rounds);
            } else {
                board.leave(rounds);
            }
            return;
        }
        var enough = Drawing.child(several(rounds.shape), "completionCondition");
        if (enough != null && holds(enough.getTextContent(), data(rounds, instance.index))) {
            board.leave(rounds);
        } else {
            goOn(rounds);
        }
    }

    private void goOn(Live rounds) {
        if (rounds.done >= rounds.total) {
            board.leave(rounds);
        } else if (isSequential(rounds.shape)) {
            one(rounds);
        }
    }

    /** One more, at once or after the others. */
    boolean more(@Nullable Live rounds, @Nullable Object item) {
        if (rounds == null || rounds.as != As.ROUNDS || loop(rounds.shape) != null) {
            return false;
        }
        rounds.total++;
        if (rounds.items != null) {
            var items = new ArrayList<@Nullable Object>(rounds.items);
            items.add(item);
            rounds.items = items;
        }
        if (!isSequential(rounds.shape)) {
            one(rounds);
        }
        return true;
    }

    /** An instance at work is taken away; in a row the next one comes after it, as after one that an event ends. */
    boolean fewer(@Nullable Live instance) {
        if (instance == null || !instance.isInstance() || loop(instance.shape) != null) {
            return false;
        }
        var rounds = instance.scope();
        board.remove(instance);
        rounds.last = instance.number;
        rounds.total--;
        rounds.removed++;
        goOn(rounds);
        return true;
    }

    private boolean goesOn(Live rounds, Element loop) {
        var maximum = loop.getAttribute("loopMaximum");
        if (!maximum.isEmpty() && rounds.done >= Integer.parseInt(maximum)) {
            return false;
        }
        var condition = Drawing.child(loop, "loopCondition");
        return condition == null || holds(condition.getTextContent(), data(rounds, Math.max(0, rounds.done - 1)));
    }

    private static boolean holds(String condition, Map<String, ?> data) {
        try {
            return Boolean.TRUE.equals(Saying.of(condition, data));
        } catch (IllegalStateException unsaid) {
            return false;
        }
    }

    /** How many, by a number or a list. */
    private boolean count(Live rounds) {
        var cardinality = Drawing.child(several(rounds.shape), "loopCardinality");
        var value = cardinality == null
                ? board.data.get(collection(rounds.shape))
                : Saying.value(plain(cardinality.getTextContent()), board.data);
        if (value instanceof List<?> items) {
            rounds.items = items;
            rounds.total = items.size();
            return true;
        }
        if (cardinality != null && value instanceof Number number && number.intValue() >= 0) {
            rounds.total = number.intValue();
            return true;
        }
        return false;
    }

    private static String collection(Shape shape) {
        var said = Drawing.attribute(several(shape), "collection");
        var reference = shape.text("loopDataInputRef");
        return plain(said.isEmpty() && reference != null ? reference : said);
    }

    private static String plain(String text) {
        return text.strip()
                .replaceFirst("^\\$\\{(.*)}$", "$1")
                .replaceFirst("^=", "")
                .strip();
    }

    private Map<String, ?> data(Live rounds, int index) {
        var data = new HashMap<String, @Nullable Object>(board.data);
        data.put("loopCounter", index);
        data.put("nrOfInstances", Math.max(rounds.total, rounds.begun - rounds.removed));
        data.put("nrOfCompletedInstances", rounds.done);
        data.put("nrOfActiveInstances", rounds.begun - rounds.done - rounds.removed);
        var item = Drawing.attribute(
                Objects.requireNonNullElse(loop(rounds.shape), several(rounds.shape)), "elementVariable");
        if (rounds.items != null && !item.isEmpty()) {
            data.put(item, rounds.items.get(index));
        }
        return data;
    }

    /** The data, and what an instance around says. */
    Map<String, ?> known(Live scope) {
        for (var at = scope; at.inside != null; at = at.inside) {
            if (at.isInstance()) {
                return data(at.inside, at.index);
            }
        }
        return board.data;
    }

    private static @Nullable Element loop(Shape shape) {
        return Drawing.child(shape.xml(), "standardLoopCharacteristics");
    }

    private static boolean isBefore(Element loop) {
        return loop.getAttribute("testBefore").equals("true");
    }

    private static Element several(Shape shape) {
        var several = Drawing.child(shape.xml(), "multiInstanceLoopCharacteristics");
        return several == null ? shape.xml() : several;
    }

    private static boolean isSequential(Shape shape) {
        return several(shape).getAttribute("isSequential").equals("true");
    }
}
