package zhangfa.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Activate;
import zhangfa.flow.FlowCommand.AddInstance;
import zhangfa.flow.FlowCommand.Cancel;
import zhangfa.flow.FlowCommand.Decline;
import zhangfa.flow.FlowCommand.Deliver;
import zhangfa.flow.FlowCommand.Due;
import zhangfa.flow.FlowCommand.Escalate;
import zhangfa.flow.FlowCommand.Fail;
import zhangfa.flow.FlowCommand.Finish;
import zhangfa.flow.FlowCommand.Fire;
import zhangfa.flow.FlowCommand.Jump;
import zhangfa.flow.FlowCommand.Leave;
import zhangfa.flow.FlowCommand.Migrate;
import zhangfa.flow.FlowCommand.Move;
import zhangfa.flow.FlowCommand.OnTask;
import zhangfa.flow.FlowCommand.Refresh;
import zhangfa.flow.FlowCommand.RemoveInstance;
import zhangfa.flow.FlowCommand.Reopen;
import zhangfa.flow.FlowCommand.Reseat;
import zhangfa.flow.FlowCommand.Resume;
import zhangfa.flow.FlowCommand.Retry;
import zhangfa.flow.FlowCommand.Seat;
import zhangfa.flow.FlowCommand.Signal;
import zhangfa.flow.FlowCommand.Skip;
import zhangfa.flow.FlowCommand.Start;
import zhangfa.flow.FlowCommand.Suspend;
import zhangfa.flow.FlowCommand.Throw;
import zhangfa.flow.FlowIncident.Kind;

/** What a command makes happen: the commands about a whole case here, those about a task in {@link Working}. */
final class Deciding {

    private final Course course;
    private final Moving moving;
    private final Timing timing;

    private Deciding(Course course) {
        this.course = course;
        this.moving = new Moving(course);
        this.timing = new Timing(course, moving);
    }

    static List<FlowEvent> decide(FlowModel model, FlowState state, Map<String, Object> data, FlowCommand command) {
        checkStatus(state.status(), command);
        var course = new Course(model, state, data, command);
        new Deciding(course).carryOut(command);
        course.closeSubscriptions(state);
        return course.events();
    }

    private static void checkStatus(FlowState.Status status, FlowCommand command) {
        var suspended = status == FlowState.Status.SUSPENDED;
        var fits = switch (command) {
            case Start _ -> status == FlowState.Status.NEW;
            case Resume _ -> suspended;
            case Reopen _ -> !suspended && status != FlowState.Status.NEW && status != FlowState.Status.RUNNING;
            case Cancel _, Move _, Migrate _ -> suspended || status == FlowState.Status.RUNNING;
            default -> status == FlowState.Status.RUNNING;
        };
        if (!fits) {
            throw new CommandRefused(suspended ? Reason.SUSPENDED : Reason.NOT_RUNNING, "The case is " + status);
        }
    }

    private void carryOut(FlowCommand command) {
        switch (command) {
            case Start start -> start(start);
            case Seat seat -> seat(seat);
            case Skip skip -> new Working(course, moving).skip(skip);
            case Decline decline -> new Working(course, moving).decline(decline);
            case Reseat reseat -> new Working(course, moving).reseat(reseat);
            case Cancel cancel -> cancel(cancel);
            case Jump jump -> new Jumping(course, moving).jump(jump);
            case Reopen reopen -> new Jumping(course, moving).reopen(reopen);
            case Migrate migrate -> Migrating.carryOut(course, moving, migrate);
            case Finish finish -> finish(finish);
            case Fail fail -> fail(fail);
            case Retry retry -> retry(retry);
            case Deliver deliver -> new Occurring(course, moving).deliver(deliver);
            case Signal signal -> new Occurring(course, moving).signal(signal);
            case Activate chosen -> new Choosing(course, moving).activate(chosen);
            case Leave left -> new Choosing(course, moving).leave(left);
            case AddInstance more -> new Instances(course, moving).add(more);
            case RemoveInstance fewer -> new Instances(course, moving).remove(fewer);
            case Refresh _ -> moving.settle();
            case Throw failed -> fail(failed.visit(), new Trigger.Failure(Trigger.Kind.ERROR, failed.error()));
            case Escalate told -> fail(told.visit(), new Trigger.Failure(Trigger.Kind.ESCALATION, told.escalation()));
            case Suspend suspend -> course.happen(new FlowEvent.CaseSuspended(suspend.at()));
            case Resume resume -> course.happen(new FlowEvent.CaseResumed(resume.at()));
            case Due due -> timing.set(due);
            case Fire fire -> timing.fire(fire);
            case Move move -> timing.move(move);
            case OnTask onTask -> new Working(course, moving).carryOut(onTask);
        }
    }

    private void start(Start start) {
        if (course.graph().beginning(start.event()).isEmpty()) {
            var named = start.event() == null ? "that waits for nothing" : start.event();
            throw new CommandRefused(Reason.NO_SUCH_STEP, "The process has no start event " + named);
        }
        course.happen(new FlowEvent.CaseStarted(start.actor(), start.event()));
        moving.start(0);
    }

    private void seat(Seat seat) {
        var activity = course.asking(seat.activity());
        if (seat.people().isEmpty()) {
            var message = "Nobody could be found for this step";
            course.happen(new FlowEvent.IncidentRaised(
                    new FlowIncident(course.next(), Kind.NOBODY, activity.step(), activity.number(), message)));
        } else {
            new Signing(course).open(activity, seat);
            timing.begin(activity);
        }
    }

    private void cancel(Cancel cancel) {
        if (!cancel.actor().equals(course.state().initiator())) {
            throw new CommandRefused(Reason.NOT_YOURS, "Only the initiator may cancel the case");
        }
        course.end(FlowEvent.Ending.CANCELLED);
    }

    private void retry(Retry retry) {
        var incident = course.state().incidents().stream()
                .filter(open -> open.number() == retry.incident())
                .findFirst()
                .orElseThrow(() -> new CommandRefused(Reason.STALE, "Incident " + retry.incident() + " is not open"));
        if (incident.kind() == Kind.STUCK) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "Trying again brings no token to a join");
        }
        course.happen(new FlowEvent.IncidentResolved(incident.number()));
        switch (incident.kind()) {
            case NOBODY -> course.happen(new FlowEvent.PeopleAsked(incident.visit(), incident.node()));
            case ACTION ->
                new Entering(course, moving).again((Wait) course.state().visit(incident.visit()));
            case TIMER, EVENT -> moving.again(course.graph().node(incident.node()), incident.visit());
            case CONDITION, NO_FLOW, STUCK -> moving.onward(course.graph().node(incident.node()), incident.visit());
        }
    }

    private void finish(Finish finish) {
        var wait = acting(finish.visit());
        var node = course.graph().node(wait.node());
        var failure = new Computing(course).take(node, finish.result());
        if (failure != null) {
            moving.raise(Kind.ACTION, node, wait.number(), failure);
            return;
        }
        course.happen(new FlowEvent.WaitOver(wait.number(), wait.node()));
        moving.from(node, wait.number());
    }

    private void fail(Fail fail) {
        var wait = acting(fail.visit());
        moving.raise(Kind.ACTION, course.graph().node(wait.node()), wait.number(), fail.message());
    }

    private void fail(int visit, Trigger.Failure failure) {
        new Throwing(course, moving).fail(acting(visit), failure);
        moving.settle();
    }

    private Wait acting(int number) {
        return Stream.concat(course.state().pendingActions().stream(), course.state().pendingCalls().stream())
                .filter(wait -> wait.number() == number)
                .findFirst()
                .orElseThrow(() -> new CommandRefused(Reason.STALE, "No action is asked for at " + number));
    }
}
