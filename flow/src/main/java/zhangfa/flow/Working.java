package zhangfa.flow;

import org.jspecify.annotations.Nullable;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Approve;
import zhangfa.flow.FlowCommand.Claim;
import zhangfa.flow.FlowCommand.Complete;
import zhangfa.flow.FlowCommand.OnTask;
import zhangfa.flow.FlowCommand.Reject;
import zhangfa.flow.FlowCommand.Release;
import zhangfa.flow.FlowCommand.Return;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Transfer;
import zhangfa.flow.FlowCommand.Withdraw;
import zhangfa.flow.FlowEvent.Closing;

/** What people do with a task. */
final class Working {

    private final Course course;
    private final Moving moving;

    Working(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    void carryOut(OnTask command) {
        if (command instanceof Withdraw withdraw) {
            new Withdrawing(course, moving).carryOut(withdraw);
            return;
        }
        var task = open(command.task());
        Permission.check(course, task, command);
        switch (command) {
            case Approve approve -> agree(task, approve.actor(), null);
            case Complete complete -> agree(task, complete.actor(), complete.outcome());
            case Reject reject -> reject(task, reject.actor());
            case Return back -> new Returning(course, moving).giveBack(task, back);
            case Claim claim -> course.happen(new FlowEvent.TaskClaimed(task.number(), claim.actor()));
            case Release release -> course.happen(new FlowEvent.TaskReleased(task.number(), release.actor()));
            case Transfer transfer -> transfer(task, transfer);
            case Withdraw _ -> throw new IllegalStateException("Withdrawn above");
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
        if (course.state().tasksOf(task.activity()).isEmpty()) {
            finish(course.activity(task.activity()));
        }
    }

    /** A step agrees without a person: its time is over. */
    void pass(Activity activity) {
        course.state().tasksOf(activity.number()).forEach(task -> close(task, Closing.PASSED, null, null));
        finish(activity);
    }

    private void finish(Activity activity) {
        course.happen(new FlowEvent.StepDone(activity.number(), activity.step()));
        moving.past(activity);
    }

    /** By a person, or by nobody where the time is over. */
    void reject(FlowTask task, @Nullable String by) {
        close(task, Closing.REJECTED, by, null);
        if (course.model.step(task.step()).decision().rejection() == FlowStep.Rejection.RETURNS) {
            new Returning(course, moving).sendBack(task, course.command.actor(), FlowModel.INITIATOR, Then.RERUN);
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

    private void close(FlowTask task, Closing how, @Nullable String by, @Nullable String outcome) {
        course.happen(new FlowEvent.TaskClosed(task.number(), task.activity(), task.step(), how, by, outcome));
    }
}
