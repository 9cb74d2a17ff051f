package zhangfa.flow.naive;

import org.jspecify.annotations.Nullable;
import zhangfa.flow.naive.Live.As;

/** What comes of actions and called cases: they are done, end in an error, tell something, fail and are tried again. */
final class Outside {

    private final Board board;

    Outside(Board board) {
        this.board = board;
    }

    boolean finish(int number) {
        var wait = waiting(number);
        if (wait == null) {
            return false;
        }
        board.leave(wait);
        return true;
    }

    boolean error(Deed.Throw thrown) {
        var wait = waiting(thrown.live());
        if (wait == null) {
            return false;
        }
        board.occurrences.errorAt(wait, thrown.code());
        return true;
    }

    /** A called case escalates: caught at the call or around it, else the call goes on. */
    boolean tell(Deed.Tell told) {
        var wait = waiting(told.live());
        if (wait == null) {
            return false;
        }
        board.occurrences.escalationAt(wait, told.code());
        return true;
    }

    boolean fail(int number) {
        var wait = waiting(number);
        if (wait == null) {
            return false;
        }
        wait.failed = true;
        return true;
    }

    private @Nullable Live waiting(int number) {
        var wait = board.find(number);
        return wait == null || wait.as != As.WAIT || wait.failed ? null : wait;
    }

    boolean retry() {
        var failed = board.live.stream().filter(one -> one.failed).toList();
        failed.forEach(one -> one.failed = false);
        var stuck = board.live.stream().filter(one -> one.as == As.STUCK).toList();
        board.live.removeAll(stuck);
        for (var one : stuck) {
            if (one.shape.isRepeated()) {
                board.repeats.begin(one.shape, one.number, one.scope());
            } else {
                board.go(one.shape, one.number, one.scope());
            }
        }
        return !stuck.isEmpty() || !failed.isEmpty();
    }
}
