package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.AddSign;
import zhangfa.flow.FlowCommand.RemoveSign;
import zhangfa.flow.FlowCommand.Seat;
import zhangfa.flow.FlowStep.Mode;

/**
 * The signers of a step: who is asked beside whom, before whom and after whom. A task that another of its step must be
 * decided before is held back; it opens as soon as none such is left.
 */
final class Signing {

    private final Course course;

    Signing(Course course) {
        this.course = course;
    }

    /** Asks the people that the runtime has found. */
    void open(Activity activity, Seat seat) {
        var mode = course.model.step(activity.step()).mode();
        if (mode == Mode.ANY && seat.people().size() > 1) {
            course.happen(new FlowEvent.TaskOpened(
                    course.next(), activity.number(), activity.step(), seat.people(), null, seat.accountable(), null));
            return;
        }
        var previous = 0;
        for (var person : seat.people()) {
            var weight = mode == Mode.WEIGHTED ? seat.weights().getOrDefault(person, 1) : 0;
            var place = new Place(List.of(), List.of(), weight);
            if (mode == Mode.SEQUENCE && seat.people().size() > 1) {
                previous = hold(activity, person, place, previous);
            } else {
                course.happen(new FlowEvent.TaskOpened(
                        course.next(),
                        activity.number(),
                        activity.step(),
                        List.of(),
                        person,
                        person,
                        place.orNothing()));
            }
        }
        goOn(activity.number());
    }

    void add(FlowTask task, AddSign add) {
        var activity = course.activity(task.activity());
        for (var person : add.who()) {
            if (course.state().seatsOf(activity.number()).stream().anyMatch(seat -> signs(seat, person))) {
                throw new CommandRefused(Reason.NOT_ALLOWED, person + " signs this step already");
            }
        }
        var place = task.standing();
        var before = add.where() == FlowCommand.Where.BEFORE ? List.of(task.number()) : waiting(task);
        var after = add.where() == FlowCommand.Where.AFTER ? task.number() : 0;
        for (var person : add.who()) {
            hold(activity, person, place.added(add.actor(), before), after);
        }
        if (add.where() == FlowCommand.Where.BEFORE) {
            course.happen(new FlowEvent.TaskHeld(task.number()));
        }
        goOn(activity.number());
    }

    /** Who waits for this task, but for those added after it: they wait for its person alone. */
    private List<Integer> waiting(FlowTask task) {
        var place = task.standing();
        var own = course.state().seatsOf(task.activity()).stream()
                .filter(seat ->
                        seat.standing().addedBy().size() > place.addedBy().size())
                .map(FlowTask::number)
                .toList();
        return place.before().stream().filter(one -> !own.contains(one)).toList();
    }

    /** The task may be closed already: who has decided may still take out whom they had added. */
    int remove(RemoveSign remove) {
        var activity = activityOf(course.state(), remove.task(), remove.actor())
                .orElseThrow(() -> new CommandRefused(
                        Reason.STALE, "Task " + remove.task() + " belongs to no step at work of " + remove.actor()));
        for (var person : remove.who()) {
            var added = course.state().seatsOf(activity).stream()
                    .filter(seat -> isAddedBy(seat, remove.actor()))
                    .toList();
            if (added.stream().noneMatch(seat -> person.equals(seat.signer()))) {
                throw new CommandRefused(
                        Reason.NOT_ALLOWED, person + " is no signer whom " + remove.actor() + " added, or has decided");
            }
            added.stream()
                    .filter(seat -> person.equals(seat.signer()) || isAddedBy(seat, person))
                    .forEach(seat -> course.happen(new FlowEvent.SignerRemoved(
                            seat.number(), activity, seat.step(), seat.accountable(), remove.actor())));
        }
        return activity;
    }

    /** Opens what nobody has to decide before any more. */
    void goOn(int activity) {
        if (course.state().held().isEmpty()) {
            return;
        }
        var seats = course.state().seatsOf(activity);
        course.state().heldOf(activity).stream()
                .filter(held -> seats.stream()
                        .noneMatch(seat -> seat.standing().before().contains(held.number())))
                .forEach(held -> course.happen(held.asked() ? new FlowEvent.TaskResumed(held.number()) : opened(held)));
    }

    /** Whoever a decision had spared. */
    void askAgain(Activity activity) {
        for (var spared : activity.spared()) {
            course.happen(new FlowEvent.SignerAskedAgain(spared.number(), spared.numbered(course.next())));
        }
        holdBack(activity.number());
        goOn(activity.number());
    }

    /** Holds open tasks back that somebody has to decide before now. */
    void holdBack(int activity) {
        var waiting = new ArrayList<Integer>();
        course.state()
                .seatsOf(activity)
                .forEach(seat -> waiting.addAll(seat.standing().before()));
        course.state().tasksOf(activity).stream()
                .filter(task -> waiting.contains(task.number()))
                .forEach(task -> course.happen(new FlowEvent.TaskHeld(task.number())));
    }

    private static boolean signs(FlowTask seat, String person) {
        return person.equals(seat.assignee()) || person.equals(seat.signer());
    }

    private static boolean isAddedBy(FlowTask seat, String person) {
        return seat.standing().addedBy().contains(person);
    }

    private int hold(Activity activity, String person, Place place, int after) {
        var number = course.next();
        var signer = new FlowTask(
                number,
                activity.number(),
                activity.step(),
                List.of(),
                person,
                person,
                false,
                List.of(),
                place.orNothing(),
                false);
        course.happen(new FlowEvent.SignerAdded(signer, after));
        return number;
    }

    private static FlowEvent.TaskOpened opened(FlowTask held) {
        return new FlowEvent.TaskOpened(
                held.number(),
                held.activity(),
                held.step(),
                held.candidates(),
                held.assignee(),
                held.head(),
                held.place());
    }

    /** Whether this person, whose task is or was this one, has added somebody who has still to decide. */
    static boolean mayRemove(FlowState state, int task, String person) {
        return activityOf(state, task, person)
                .filter(activity -> state.seatsOf(activity).stream().anyMatch(seat -> isAddedBy(seat, person)))
                .isPresent();
    }

    /** The activity at work of a task that is or was this person's. */
    private static Optional<Integer> activityOf(FlowState state, int task, String person) {
        return state.activities().stream()
                .filter(activity -> !activity.isDone())
                .filter(activity -> Stream.concat(
                                state.seatsOf(activity.number()).stream()
                                        .filter(seat -> seat.isFor(person))
                                        .map(FlowTask::number),
                                activity.votes().stream()
                                        .filter(vote -> vote.by().equals(person))
                                        .map(Activity.Vote::task))
                        .anyMatch(number -> number == task))
                .map(Activity::number)
                .findFirst();
    }
}
