package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import zhangfa.flow.naive.Live.As;

/** What can be seen of a board. */
final class Looking {

    private final Board board;

    Looking(Board board) {
        this.board = board;
    }

    View view() {
        var tasks = new ArrayList<View.Task>();
        for (var step : board.live) {
            if (step.signers != null) {
                step.signers.all().stream()
                        .filter(slot -> !slot.isSettled())
                        .map(slot -> task(step, slot))
                        .forEach(tasks::add);
            }
        }
        var stuck = board.live.stream().filter(one -> one.as == As.STUCK || one.failed);
        return new View(
                board.status,
                List.copyOf(tasks),
                waits(),
                board.live.stream()
                        .filter(one -> one.as == As.PARKED)
                        .map(one -> Objects.requireNonNull(one.at).id())
                        .toList(),
                Stream.concat(stuck, board.starved().stream().limit(1))
                        .map(one -> one.shape.id())
                        .distinct()
                        .toList());
    }

    private static View.Task task(Live step, Slot slot) {
        var person = slot.assignee;
        return new View.Task(
                slot.number,
                step.shape.id(),
                person == null ? slot.people.stream().sorted().toList() : List.of(person),
                step.asked().isHeld(slot),
                !slot.lenders.isEmpty());
    }

    private List<View.Wait> waits() {
        var waits = new ArrayList<View.Wait>();
        for (var armed : board.occurrences.armed()) {
            if (List.of("timer", "message", "signal", "conditional")
                            .contains(armed.event().event())
                    || armed.event().is("receiveTask")) {
                waits.add(new View.Wait(armed.live().number, armed.event().id()));
            }
        }
        board.live.stream()
                .filter(one -> one.as == As.WAIT
                        && !one.failed
                        && (one.shape.is("serviceTask") || one.shape.is("callActivity")))
                .forEach(one -> waits.add(new View.Wait(one.number, one.shape.id())));
        return waits;
    }
}
