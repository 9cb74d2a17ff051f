package zhangfa.flow;

import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Due;
import zhangfa.flow.FlowCommand.Fire;
import zhangfa.flow.FlowCommand.Move;
import zhangfa.flow.FlowTimer.Purpose;

/** The time that a step may take: asked for when its people are found, warned of, over, urged. */
final class Timing {

    private final Course course;
    private final Moving moving;

    Timing(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    /** The time of a step that has people now begins, unless it is running already. */
    void begin(Activity activity) {
        var limit = course.model.step(activity.step()).limit();
        if (limit != null && course.state().limitOf(activity.number()).isEmpty()) {
            ask(Purpose.LIMIT, activity, limit.within(), course.command.at());
        }
    }

    void set(Due due) {
        var timer = timer(due.timer());
        if (timer.due() != null) {
            throw new CommandRefused(Reason.STALE, "Timer " + timer.number() + " is set already");
        }
        if (timer.purpose() == Purpose.WARNING && !due.due().isAfter(due.at())) {
            course.happen(new FlowEvent.TimerDropped(timer.number()));
            return;
        }
        course.happen(new FlowEvent.TimerSet(timer.number(), due.due()));
        var warn = timer.purpose() == Purpose.LIMIT && timer.rest() == null
                ? limit(timer).warn()
                : null;
        if (warn != null) {
            ask(Purpose.WARNING, course.activity(timer.visit()), warn.backwards(), due.due());
        }
    }

    void fire(Fire fire) {
        var timer = timer(fire.timer());
        var due = timer.due();
        if (due == null || timer.fired()) {
            throw new CommandRefused(Reason.STALE, "Timer " + timer.number() + " is not set");
        }
        if (fire.at().isBefore(due)) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "Timer " + timer.number() + " is not due before " + due);
        }
        course.happen(new FlowEvent.TimerFired(timer.number(), timer.purpose(), timer.node(), timer.visit()));
        switch (timer.purpose()) {
            case EVENT -> event(timer, due);
            case WARNING -> {}
            case URGE -> urge(timer);
            case LIMIT -> {
                expire(timer, fire);
                urge(timer);
            }
        }
    }

    private void event(FlowTimer timer, Instant due) {
        var node = course.graph().node(timer.node());
        if (!node.catching().interrupting() && node.kind() != Node.Kind.CATCH && timer.repetitions() != 0) {
            course.happen(new FlowEvent.TimerAsked(timer.again(course.next(), due)));
        }
        new Occurring(course, moving).occur(node, timer.visit());
        moving.settle();
    }

    void move(Move move) {
        new TreeMap<>(move.times()).forEach((number, to) -> {
            if (!timer(number).isPending()) {
                throw new CommandRefused(Reason.STALE, "Timer " + number + " is over");
            }
            course.happen(new FlowEvent.TimerMoved(number, to));
        });
    }

    private void expire(FlowTimer timer, Fire fire) {
        var tasks = course.state().tasksOf(timer.visit());
        switch (limit(timer).expiry()) {
            case REMIND -> {}
            case ESCALATE ->
                tasks.forEach(task -> escalate(task, fire.successors().get(task.number())));
            case TRANSFER ->
                tasks.forEach(task -> transfer(task, fire.successors().get(task.number())));
            case PASS -> new Working(course, moving).pass(course.activity(timer.visit()));
            case REJECT -> new Working(course, moving).fail(course.activity(timer.visit()));
        }
    }

    private void escalate(FlowTask task, @Nullable String to) {
        if (to != null) {
            course.happen(new FlowEvent.TaskEscalated(task.number(), to));
        }
    }

    private void transfer(FlowTask task, @Nullable String to) {
        if (to != null && !to.equals(task.assignee())) {
            course.happen(new FlowEvent.TaskTransferred(task.number(), null, to));
        }
    }

    /** Until the step is done, from the end of its time on. */
    private void urge(FlowTimer timer) {
        var urge = limit(timer).urge();
        var activity = course.state().activity(timer.visit()).filter(open -> !open.isDone());
        if (urge != null && activity.isPresent()) {
            ask(Purpose.URGE, activity.get(), urge, course.command.at());
        }
    }

    private void ask(Purpose purpose, Activity activity, FlowSpan span, Instant from) {
        course.happen(new FlowEvent.TimerAsked(FlowTimer.asking(course.next(), purpose, activity, span, from)));
    }

    private FlowLimit limit(FlowTimer timer) {
        var limit = course.model.step(timer.node()).limit();
        if (limit == null) {
            throw new CommandRefused(Reason.NOT_ALLOWED, timer.node() + " has no limit in this version of the model");
        }
        return limit;
    }

    private FlowTimer timer(int number) {
        return course.state()
                .timer(number)
                .orElseThrow(() -> new CommandRefused(Reason.STALE, "Timer " + number + " does not count any more"));
    }
}
