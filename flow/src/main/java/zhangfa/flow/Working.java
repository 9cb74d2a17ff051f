package zhangfa.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.AddSign;
import zhangfa.flow.FlowCommand.Approve;
import zhangfa.flow.FlowCommand.Claim;
import zhangfa.flow.FlowCommand.Complete;
import zhangfa.flow.FlowCommand.Decline;
import zhangfa.flow.FlowCommand.Delegate;
import zhangfa.flow.FlowCommand.OnTask;
import zhangfa.flow.FlowCommand.Reject;
import zhangfa.flow.FlowCommand.Release;
import zhangfa.flow.FlowCommand.RemoveSign;
import zhangfa.flow.FlowCommand.Reseat;
import zhangfa.flow.FlowCommand.Resolve;
import zhangfa.flow.FlowCommand.Return;
import zhangfa.flow.FlowCommand.Skip;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Transfer;
import zhangfa.flow.FlowCommand.Withdraw;
import zhangfa.flow.FlowEvent.Closing;

/** What people do with a task. */
final class Working {

    private final Course course;
    private final Moving moving;
    private final Signing signing;

    Working(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
        this.signing = new Signing(course);
    }

    void carryOut(OnTask command) {
        switch (command) {
            case Withdraw withdraw -> new Withdrawing(course, moving).carryOut(withdraw);
            case RemoveSign remove -> settle(signing.remove(remove));
            default -> {
                var task = open(command.task());
                Permission.check(course, task, command);
                carryOut(command, task);
            }
        }
    }

    private void carryOut(OnTask command, FlowTask task) {
        switch (command) {
            case Approve approve -> agree(task, approve.actor(), null);
            case Complete complete -> agree(task, complete.actor(), complete.outcome());
            case Reject reject -> reject(task, reject.actor());
            case Return back -> new Returning(course, moving).giveBack(task, back);
            case Claim claim -> course.happen(new FlowEvent.TaskClaimed(task.number(), claim.actor()));
            case Release release -> course.happen(new FlowEvent.TaskReleased(task.number(), release.actor()));
            case Transfer transfer -> transfer(task, transfer);
            case Delegate delegate -> delegate(task, delegate);
            case Resolve resolve ->
                course.happen(new FlowEvent.TaskResolved(
                        task.number(), resolve.actor(), task.delegators().getFirst()));
            case AddSign add -> signing.add(task, add);
            case RemoveSign _, Withdraw _ -> throw new IllegalStateException("Carried out above");
        }
    }

    private FlowTask open(int number) {
        return course.state()
                .openTask(number)
                .orElseThrow(() -> new CommandRefused(Reason.STALE, "Task " + number + " is not open"));
    }

    private void agree(FlowTask task, String by, @Nullable String outcome) {
        var how = course.model.step(task.step()).kind() == FlowStep.Kind.WORK ? Closing.COMPLETED : Closing.APPROVED;
        close(task, how, by, outcome);
        settle(task.activity());
    }

    /** After a decision, or one signer fewer: the step is decided, or whoever comes next is asked. */
    private void settle(int number) {
        var activity = course.activity(number);
        var decision = course.model.step(activity.step()).decision();
        switch (Tally.of(decision, activity.votes(), course.state().seatsOf(number))) {
            case OPEN -> signing.goOn(number);
            case AGREED -> {
                course.dropTasksOf(number);
                finish(activity);
            }
            case REFUSED -> refuse(activity);
        }
    }

    /** A step agrees without a person: its time is over. */
    void pass(Activity activity) {
        course.state().seatsOf(activity.number()).forEach(task -> close(task, Closing.PASSED, null, null));
        finish(activity);
    }

    /** The company's rule asks nobody here. */
    void skip(Skip skip) {
        var activity = course.asking(skip.activity());
        course.happen(new FlowEvent.StepSkipped(activity.number(), activity.step(), skip.reason()));
        finish(activity);
    }

    /** By the company's rule nobody may go on where nobody is there to say so. */
    void decline(Decline decline) {
        var activity = course.asking(decline.activity());
        course.happen(new FlowEvent.StepSkipped(activity.number(), activity.step(), decline.reason()));
        course.end(FlowEvent.Ending.REJECTED);
    }

    /** The same task, its limit running on, for other people. */
    void reseat(Reseat reseat) {
        var task = open(reseat.task());
        var people = reseat.people();
        var shared = course.model.step(task.step()).mode() == FlowStep.Mode.ANY;
        if (people.isEmpty() || task.touched() || (people.size() > 1 && !shared)) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "Task " + task.number() + " stays where people have put it");
        }
        var alone = people.size() == 1;
        course.happen(new FlowEvent.TaskOpened(
                task.number(),
                task.activity(),
                task.step(),
                alone ? List.of() : people,
                alone ? people.getFirst() : null,
                reseat.accountable(),
                task.place()));
    }

    private void finish(Activity activity) {
        course.happen(new FlowEvent.StepDone(activity.number(), activity.step()));
        moving.past(activity);
    }

    private void reject(FlowTask task, String by) {
        close(task, Closing.REJECTED, by, null);
        settle(task.activity());
    }

    /** A step is refused without a person: its time is over. */
    void fail(Activity activity) {
        course.state().seatsOf(activity.number()).forEach(task -> close(task, Closing.REJECTED, null, null));
        refuse(activity);
    }

    private void refuse(Activity activity) {
        if (course.model.step(activity.step()).decision().rejection() == FlowStep.Rejection.RETURNS) {
            new Returning(course, moving).sendBack(activity, course.command.actor(), FlowModel.INITIATOR, Then.RERUN);
        } else {
            course.end(FlowEvent.Ending.REJECTED);
        }
    }

    private void transfer(FlowTask task, Transfer transfer) {
        if (transfer.to().equals(task.assignee())) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "The task is " + transfer.to() + "'s already");
        }
        course.happen(new FlowEvent.TaskTransferred(task.number(), transfer.actor(), transfer.to()));
    }

    private void delegate(FlowTask task, Delegate delegate) {
        var to = delegate.to();
        if (to.equals(delegate.actor()) || task.delegators().contains(to)) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "The task would come back to " + to + " at once");
        }
        course.happen(new FlowEvent.TaskDelegated(task.number(), delegate.actor(), to));
    }

    private void close(FlowTask task, Closing how, @Nullable String by, @Nullable String outcome) {
        course.happen(new FlowEvent.TaskClosed(task.number(), task.activity(), task.step(), how, by, outcome));
    }
}
