package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.naive.Live.As;

/** Events: what is waited for where, what happens when it comes, and what is thrown (10.5, 13.5). */
final class Occurrences {

    private static final Set<As> HOSTS = Set.of(As.STEP, As.WAIT, As.SCOPE, As.ROUNDS);

    private final Board board;

    Occurrences(Board board) {
        this.board = board;
    }

    /** An event that something waits for: a token at it, the activity that it is attached to, or the scope it is drawn in. */
    record Armed(Live live, Shape event) {}

    /** All that could occur, the longest waiting first. */
    List<Armed> armed() {
        var armed = new ArrayList<Armed>();
        for (var one : board.live) {
            if (one.as == As.WAIT && (one.shape.is("intermediateCatchEvent") || one.shape.is("receiveTask"))) {
                armed.add(new Armed(one, one.shape));
            }
            if (one.as == As.GATE) {
                one.shape.out().forEach(arrow -> armed.add(new Armed(one, board.drawing.shape(arrow.to()))));
            }
            if (HOSTS.contains(one.as) && !one.isInstance() && one.detourOf == null) {
                board.drawing.boundary(one.shape).stream()
                        .filter(event -> isLeft(one, event))
                        .forEach(event -> armed.add(new Armed(one, event)));
            }
            if (one.as == As.SCOPE && !one.handled) {
                handlers(one).filter(event -> isLeft(one, event)).forEach(event -> armed.add(new Armed(one, event)));
            }
        }
        return armed;
    }

    private Stream<Shape> handlers(Live scope) {
        return board.drawing.in(scope.shape.id()).stream()
                .filter(Shape::isHandler)
                .map(handler -> board.drawing.start(handler.id()));
    }

    /** A timer that does not interrupt goes off once, or as often as its cycle says. */
    private static boolean isLeft(Live one, Shape event) {
        if (event.interrupts() || !event.event().equals("timer")) {
            return true;
        }
        var cycle = event.text("timeCycle");
        var often = cycle == null ? "1" : cycle.substring(1, cycle.indexOf('/'));
        return often.isEmpty() || one.spent.getOrDefault(event.id(), 0) < Integer.parseInt(often);
    }

    void occur(Armed armed) {
        var one = armed.live();
        var event = armed.event();
        if (board.spared.contains(one.number) && event.is("boundaryEvent") && event.interrupts()) {
            return;
        }
        if (one.as == As.GATE || one.shape.equals(event)) {
            board.remove(one);
            if (one.isInstance()) {
                board.repeats.next(one);
            } else {
                board.go(event, board.lineage.of(event.id(), one.number), one.scope());
            }
            return;
        }
        one.spent.merge(event.id(), 1, Integer::sum);
        var count = one.occurred.merge(event.id(), 1, Integer::sum);
        var number = board.lineage.of(event.id() + " " + count, one.number);
        if (event.is("boundaryEvent")) {
            if (event.interrupts()) {
                board.remove(one);
            }
            board.go(event, number, one.scope());
            return;
        }
        if (event.interrupts()) {
            board.live.removeIf(other -> other.isIn(one));
            one.handled = true;
        }
        var handler = board.put(new Live(As.SCOPE, number, board.drawing.shape(event.scope()), one));
        board.begin(handler);
    }

    /** Conditions occur when they come to hold. */
    boolean conditions() {
        var occurred = false;
        for (var armed : armed()) {
            if (armed.event().event().equals("conditional") && board.live.contains(armed.live())) {
                var holds = holds(armed.event());
                var held = armed.live().held.put(armed.event().id(), holds);
                if (holds && !Boolean.TRUE.equals(held)) {
                    occur(armed);
                    occurred = true;
                }
            }
        }
        return occurred;
    }

    private boolean holds(Shape event) {
        var condition = event.text("condition");
        try {
            return condition != null && Boolean.TRUE.equals(Saying.of(condition, board.data));
        } catch (IllegalStateException unsaid) {
            return false;
        }
    }

    /** A token comes to a throw event or an end. */
    void thrown(Shape shape, int number, Live scope) {
        switch (shape.event()) {
            case "terminate" -> terminate(number, scope);
            case "error" -> error(board.drawing.about(shape), number, scope);
            case "escalation" -> {
                if (escalation(board.drawing.about(shape), scope) || !board.isRunning()) {
                    after(shape, number, scope);
                }
            }
            case "signal" -> {
                signal(board.drawing.about(shape));
                after(shape, number, scope);
            }
            default -> after(shape, number, scope);
        }
    }

    /** Goes on behind what was thrown, unless that has ended what it stands in. */
    private void after(Shape shape, int number, Live scope) {
        if (board.live.contains(scope) && !scope.handled) {
            board.go(shape, number, scope);
        }
    }

    private void terminate(int number, Live scope) {
        if (scope.inside == null) {
            board.end("COMPLETED");
            return;
        }
        board.live.removeIf(other -> other.isIn(scope));
        scope.ends.add(number);
        board.leave(scope);
    }

    void signal(String name) {
        for (var armed : armed()) {
            if (armed.event().event().equals("signal")
                    && board.drawing.about(armed.event()).equals(name)
                    && isStill(armed)) {
                occur(armed);
            }
        }
    }

    private boolean isStill(Armed armed) {
        return board.live.contains(armed.live()) && armed().contains(armed);
    }

    /** The nearest scope around that catches it; nobody: the case has failed. */
    void error(String code, int number, Live scope) {
        var caught = catcher("error", code, scope);
        if (caught == null) {
            board.end("FAILED");
        } else {
            occur(caught);
        }
    }

    /** Whether whoever threw it goes on. */
    private boolean escalation(String code, Live scope) {
        var caught = catcher("escalation", code, scope);
        if (caught != null) {
            occur(caught);
        }
        return caught == null || !caught.event().interrupts();
    }

    /** Event sub-processes of a scope come before what is attached to it; the code comes before all. */
    private @Nullable Armed catcher(String kind, String code, Live from) {
        Live without = null;
        for (var scope = from; scope != null; scope = scope.inside) {
            var at = scope;
            var handler = without == null ? "" : without.shape.id();
            var inner = armed().stream()
                    .filter(one -> one.live() == at && one.event().is("startEvent"))
                    .filter(one -> !one.event().scope().equals(handler));
            var outer = armed().stream()
                    .filter(one -> one.live() == at && one.event().is("boundaryEvent"));
            for (var all : List.of(inner.toList(), outer.toList())) {
                var found = byCode(all, kind, code);
                if (found != null) {
                    return found;
                }
            }
            without = scope.shape.isHandler() ? scope : null;
        }
        return null;
    }

    private @Nullable Armed byCode(List<Armed> armed, String kind, String code) {
        return armed.stream()
                .filter(one -> one.event().event().equals(kind))
                .filter(one -> about(one).isEmpty() || about(one).equals(code))
                .min((one, other) ->
                        Boolean.compare(about(one).isEmpty(), about(other).isEmpty()))
                .orElse(null);
    }

    private String about(Armed armed) {
        return board.drawing.about(armed.event());
    }

    /** The action of a service task, or a called case, ended in an error. */
    void errorAt(Live wait, String code) {
        var attached =
                byCode(armed().stream().filter(one -> one.live() == host(wait)).toList(), "error", code);
        if (attached != null) {
            occur(attached);
        } else {
            board.live.remove(wait);
            error(code, wait.number, wait.isInstance() ? host(wait).scope() : wait.scope());
        }
    }

    /** A called case escalates: the call goes on, unless an event that catches it ends it. */
    void escalationAt(Live wait, String code) {
        var attached =
                byCode(armed().stream().filter(one -> one.live() == host(wait)).toList(), "escalation", code);
        if (attached == null) {
            escalation(code, host(wait).scope());
        } else {
            occur(attached);
        }
    }

    private static Live host(Live one) {
        return one.isInstance() ? one.scope() : one;
    }
}
