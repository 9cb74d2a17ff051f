package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;
import zhangfa.flow.naive.Live.As;

/** What the owner of a process does with a case: moves its tokens by hand, stops and resumes it. */
final class Owner {

    private static final String SUSPENDED = "SUSPENDED";

    private final Board board;

    Owner(Board board) {
        this.board = board;
    }

    boolean suspend() {
        board.status = SUSPENDED;
        return true;
    }

    boolean resume() {
        board.status = "RUNNING";
        return true;
    }

    /** Whether this may be done now at all. */
    boolean allows(Object what) {
        return switch (what) {
            case Deed.Resume _ -> isSuspended();
            case Deed.Cancel _ -> board.isRunning() || isSuspended();
            default -> board.isRunning();
        };
    }

    private boolean isSuspended() {
        return board.status.equals(SUSPENDED);
    }

    /** The step that it leaves was not done: what comes next came of what had led there. */
    boolean jump(Move.Jumped move) {
        var jump = move.jump();
        var from = board.find(jump.live());
        if (from == null) {
            return false;
        }
        var home = from.atHome();
        var scope = home.scope();
        while (!isAround(scope.shape, board.drawing.shape(jump.to()))) {
            home = scope;
            scope = scope.scope();
        }
        var around = scope;
        var number = board.lineage.of("jump " + move.marker(), board.lineage.parents(from.atHome().number));
        board.remove(from);
        board.remove(home);
        if (!jump.alone()) {
            board.live.removeIf(other -> other.isIn(around));
        }
        enter(board.drawing.shape(jump.to()), number, around);
        return true;
    }

    /** A step inside others begins them. */
    private void enter(Shape shape, int number, Live around) {
        var scope = around;
        for (var outer : scopes(shape, around.shape)) {
            number = board.lineage.of("into " + outer.id(), number);
            scope = board.put(new Live(As.SCOPE, number, outer, scope));
        }
        board.activity(shape, scope == around ? number : board.lineage.of("into " + shape.id(), number), scope);
    }

    private List<Shape> scopes(Shape shape, Shape around) {
        var found = new ArrayList<Shape>();
        for (var at = shape.scope();
                !at.equals(around.id());
                at = board.drawing.shape(at).scope()) {
            found.addFirst(board.drawing.shape(at));
        }
        return found;
    }

    private boolean isAround(Shape scope, Shape shape) {
        var at = shape.scope();
        while (!at.equals(scope.id()) && !at.equals(board.drawing.process.id())) {
            at = board.drawing.shape(at).scope();
        }
        return at.equals(scope.id());
    }
}
