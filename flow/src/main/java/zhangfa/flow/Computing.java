package zhangfa.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.Node.Computation;

/** Values that a script task gives, or that a call hands over: computed when it is decided, and kept in the event. */
final class Computing {

    private final Course course;

    Computing(Course course) {
        this.course = course;
    }

    /** Computes what a script or business-rule task says, for all expressions from here on; why it cannot, where it cannot. */
    @Nullable
    String run(Node node, Map<String, Object> data) {
        return keep(node, node.catching().values(), data);
    }

    /** Takes over what a call wants of the data of the case that was called; why it cannot, where it cannot. */
    @Nullable
    String take(Node node, Map<String, Object> result) {
        return keep(node, node.catching().results(), result);
    }

    private @Nullable String keep(Node node, List<Computation> computations, Map<String, Object> data) {
        var failure = failure(computations, data);
        if (failure.isPresent()) {
            return failure.get();
        }
        values(computations, data).forEach((name, value) -> {
            course.happen(new FlowEvent.ValueComputed(node.id(), name, value));
            course.know(name, value);
        });
        return null;
    }

    Optional<String> failure(List<Computation> computations, Map<String, Object> data) {
        for (var one : computations) {
            var failure = one.by().evaluate(data, course.command.at()).failure();
            if (failure != null) {
                return Optional.of(one.name() + ": " + failure);
            }
        }
        return Optional.empty();
    }

    Map<String, Object> values(List<Computation> computations, Map<String, Object> data) {
        var values = new LinkedHashMap<String, Object>();
        for (var one : computations) {
            var value = one.by().evaluate(data, course.command.at()).value();
            if (value != null) {
                values.put(one.name(), PlainData.written(value));
            }
        }
        return values;
    }
}
