package zhangfa.process.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Where;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTask;
import zhangfa.process.Cases.Deed;

/** Puts the verbs of the API into commands of the kernel. */
final class Commands {

    private Commands() {}

    static FlowCommand of(Deed deed, FlowState state, int task, Run.Said said, Colleagues colleagues) {
        var id = said.command();
        var at = said.at();
        var actor = said.by();
        return switch (deed.action()) {
            case "approve" -> new FlowCommand.Approve(id, at, actor, task);
            case "complete" -> new FlowCommand.Complete(id, at, actor, task, deed.outcome());
            case "reject" -> new FlowCommand.Reject(id, at, actor, task);
            case "return" ->
                new FlowCommand.Return(
                        id, at, actor, task, deed.to() == null ? FlowModel.INITIATOR : deed.to(), then(deed.how()));
            case "transfer" -> new FlowCommand.Transfer(id, at, actor, task, colleagues.named("/to", deed.to()));
            case "delegate" -> new FlowCommand.Delegate(id, at, actor, task, colleagues.named("/to", deed.to()));
            case "resolve" -> new FlowCommand.Resolve(id, at, actor, task);
            case "add_sign" ->
                new FlowCommand.AddSign(id, at, actor, task, people(deed, colleagues), where(deed.how()));
            case "remove_sign" -> new FlowCommand.RemoveSign(id, at, actor, task, people(deed, colleagues));
            case "jump" -> new FlowCommand.Jump(id, at, actor, place(state, task), step(deed.to()));
            case "claim" -> new FlowCommand.Claim(id, at, actor, task);
            case "release" -> new FlowCommand.Release(id, at, actor, task);
            case "withdraw" -> new FlowCommand.Withdraw(id, at, actor, task);
            case "cancel" -> new FlowCommand.Cancel(id, at, actor);
            default -> throw Refusal.notThere();
        };
    }

    private static Then then(@Nullable String word) {
        return switch (word == null ? "rerun" : word) {
            case "rerun" -> Then.RERUN;
            case "jump_back" -> Then.JUMP_BACK;
            default -> throw Refusal.invalid("/then", "{form.enum}");
        };
    }

    private static Where where(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "before" -> Where.BEFORE;
            case "after" -> Where.AFTER;
            case "parallel" -> Where.PARALLEL;
            case "" -> throw Refusal.invalid("/position", "{form.required}");
            default -> throw Refusal.invalid("/position", "{form.enum}");
        };
    }

    private static int place(FlowState state, int task) {
        return state.openTask(task).map(FlowTask::activity).orElseThrow(() -> Refusal.conflict("{process.stale}"));
    }

    private static String step(@Nullable String to) {
        if (to == null || to.isBlank()) {
            throw Refusal.invalid("/to", "{form.required}");
        }
        return to;
    }

    private static List<String> people(Deed deed, Colleagues colleagues) {
        if (deed.who().isEmpty()) {
            throw Refusal.invalid("/who", "{form.required}");
        }
        return deed.who().stream()
                .map(username -> colleagues.named("/who", username))
                .toList();
    }
}
