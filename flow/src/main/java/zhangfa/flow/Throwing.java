package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.Trigger.Failure;

/** Events that a token throws on its way, and who in the case catches errors and escalations (BPMN 2.0.2, 10.5.6). */
final class Throwing {

    private record Caught(Node event, int visit) {}

    private final Course course;
    private final Moving moving;

    Throwing(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    /** Computes or throws what a node says, in the place of a token that comes from a visit; why that cannot be, where it cannot. */
    @Nullable
    String carryOut(Node node, int from) {
        var data = new Repeating(course, moving).data(node, from);
        return node.kind() == Node.Kind.SCRIPT ? new Computing(course).run(node, data) : send(node, data);
    }

    /** One of several instances of a task at which nobody works is done, or stays until somebody helps. */
    void through(Node node, int wait) {
        var failure = carryOut(node, wait);
        if (failure == null) {
            course.happen(new FlowEvent.WaitOver(wait, node.id()));
            moving.leave(node, wait);
        } else {
            moving.raise(FlowIncident.Kind.ACTION, node, wait, failure);
        }
    }

    /** Why a token cannot throw what it should; empty where it has, or has nothing to throw but a failure. */
    private @Nullable String send(Node node, Map<String, Object> data) {
        switch (node.trigger()) {
            case Trigger.Message message -> {
                var key = Arming.key(message, data, course.command.at());
                if (key.failure() != null) {
                    return key.failure();
                }
                var carried = key.value() == null ? null : Arming.text(key.value());
                course.happen(new FlowEvent.MessageThrown(node.id(), message.name(), carried));
            }
            case Trigger.Signal signal -> {
                course.happen(new FlowEvent.SignalThrown(node.id(), signal.name()));
                moving.hear(signal.name());
            }
            case null, default -> {}
        }
        return null;
    }

    /** A token at a node, coming from a visit, throws an error or escalation. */
    void fail(Failure failure, Node node, int from) {
        carry(failure, node, new Standing(course.graph(), course.state()).around(node, from));
    }

    /** What the runtime did for a visit failed, or tells something: the events on the activity itself are asked first. */
    void fail(Wait wait, Failure failure) {
        var node = course.graph().node(wait.node());
        var own = catching(course.graph().boundaries(node.id()), failure);
        if (own.isPresent() && node.repetition() == null) {
            say(failure, node, true);
            new Occurring(course, moving).occur(own.get(), wait.number());
        } else {
            fail(failure, node, wait.from());
        }
    }

    private void say(Failure failure, Node node, boolean caught) {
        course.happen(
                failure.kind() == Trigger.Kind.ERROR
                        ? new FlowEvent.ErrorThrown(node.id(), failure.code())
                        : new FlowEvent.EscalationThrown(node.id(), failure.code(), caught));
    }

    private void carry(Failure failure, Node node, List<Integer> around) {
        var caught = caught(failure, around);
        say(failure, node, caught.isPresent());
        if (caught.isPresent()) {
            new Occurring(course, moving)
                    .occur(caught.get().event(), caught.get().visit());
        } else if (failure.kind() == Trigger.Kind.ERROR) {
            moving.endAll(FlowEvent.Ending.FAILED);
        }
    }

    /** The nearest who catches it, from the inside out: an event sub-process in a scope, then an event on the scope. */
    private Optional<Caught> caught(Failure failure, List<Integer> around) {
        var left = new ArrayList<String>();
        for (var scope : around) {
            var sub = scope == 0 ? Graph.PROCESS : course.state().visit(scope).node();
            var inside = course.graph().beginnings(sub).stream()
                    .filter(start -> !left.contains(start.scope()))
                    .toList();
            var own = isInstance(scope) ? List.<Node>of() : course.graph().boundaries(sub);
            var caught = Stream.of(inside, own)
                    .flatMap(events -> catching(events, failure).stream())
                    .findFirst();
            if (caught.isPresent()) {
                return Optional.of(new Caught(caught.get(), scope));
            }
            left.add(sub);
        }
        return Optional.empty();
    }

    /** The events on an activity done several times are on all of its instances together. */
    private boolean isInstance(int scope) {
        return scope != 0
                && course.state().visit(scope) instanceof Scope instance
                && new Past(course.state()).body(instance.sub(), instance.from()) != 0;
    }

    /** Of several, the one for this very code before one for all. */
    private static Optional<Node> catching(List<Node> events, Failure failure) {
        var fitting = events.stream()
                .filter(event -> failure.isCaughtBy(event.trigger()))
                .toList();
        return fitting.stream()
                .filter(event -> event.trigger() instanceof Failure named && named.code() != null)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }
}
