package zhangfa.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values that a script task gives, or that a call hands over: computed when it is decided, and kept in the event. */
final class Computing {

    private final Course course;

    Computing(Course course) {
        this.course = course;
    }

    /** Computes what a script task says, for all expressions from here on; why it cannot, where it cannot. */
    @Nullable
    String run(Node node) {
        var failure = failure(node, course.data());
        if (failure.isPresent()) {
            return failure.get();
        }
        values(node, course.data()).forEach((name, value) -> {
            course.happen(new FlowEvent.ValueComputed(node.id(), name, value));
            course.know(name, value);
        });
        return null;
    }

    Optional<String> failure(Node node, Map<String, Object> data) {
        for (var one : node.catching().values()) {
            var failure = one.expression().evaluate(data, course.command.at()).failure();
            if (failure != null) {
                return Optional.of(one.name() + ": " + failure);
            }
        }
        return Optional.empty();
    }

    Map<String, Object> values(Node node, Map<String, Object> data) {
        var values = new LinkedHashMap<String, Object>();
        for (var one : node.catching().values()) {
            var value = one.expression().evaluate(data, course.command.at()).value();
            if (value != null) {
                values.put(one.name(), PlainData.written(value));
            }
        }
        return values;
    }
}
