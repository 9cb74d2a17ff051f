package zhangfa.flow;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.OnTask;

/** Who may do what with an open task; the offer shown to people and the check of their commands are the same. */
final class Permission {

    private Permission() {}

    /** What this person may do with an open task, in the order in which buttons stand. */
    static Set<String> actions(FlowModel model, FlowTask task, String person) {
        var actions = new LinkedHashSet<String>();
        if (task.isDelegated()) {
            if (task.isFor(person)) {
                Collections.addAll(actions, "resolve", "delegate");
            } else if (task.delegators().getFirst().equals(person)) {
                actions.add("resolve");
            }
            return actions;
        }
        if (!task.isFor(person)) {
            return actions;
        }
        var approval = model.step(task.step()).kind() == FlowStep.Kind.APPROVAL;
        actions.add(approval ? "approve" : "complete");
        if (task.step().equals(FlowModel.INITIATOR)) {
            actions.add("cancel");
            return actions;
        }
        if (approval) {
            actions.add("reject");
        }
        Collections.addAll(actions, "return", "transfer", "delegate", "add_sign");
        if (!task.candidates().isEmpty()) {
            actions.add(task.isClaimed() ? "release" : "claim");
        }
        return actions;
    }

    static void check(Course course, FlowTask task, OnTask command) {
        var person = command.actor();
        var allowed = actions(course.model, task, person);
        if (!task.isFor(person) && allowed.isEmpty()) {
            var taken = task.isClaimed() && task.candidates().contains(person);
            throw taken
                    ? new CommandRefused(Reason.TAKEN, task.assignee() + " has claimed the task")
                    : new CommandRefused(Reason.NOT_YOURS, "The task is not " + person + "'s");
        }
        var kind = course.model.step(task.step()).kind();
        if (!allowed.contains(action(command, kind))) {
            throw new CommandRefused(
                    Reason.NOT_ALLOWED,
                    "Not possible for this task: " + command.getClass().getSimpleName());
        }
    }

    private static String action(OnTask command, FlowStep.Kind kind) {
        return switch (command) {
            case FlowCommand.Approve _ -> kind == FlowStep.Kind.WORK ? "complete" : "approve";
            case FlowCommand.Complete _ -> "complete";
            case FlowCommand.Reject _ -> "reject";
            case FlowCommand.Return _ -> "return";
            case FlowCommand.Claim _ -> "claim";
            case FlowCommand.Release _ -> "release";
            case FlowCommand.Transfer _ -> "transfer";
            case FlowCommand.Delegate _ -> "delegate";
            case FlowCommand.Resolve _ -> "resolve";
            case FlowCommand.AddSign _ -> "add_sign";
            case FlowCommand.RemoveSign _ -> "remove_sign";
            case FlowCommand.Withdraw _ -> "withdraw";
        };
    }
}
