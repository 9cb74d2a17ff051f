package zhangfa.process.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowModel;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Cases.Deed;

/** Puts the verbs of the API into commands of the kernel. */
final class Commands {

    private Commands() {}

    static FlowCommand of(Deed deed, int task, Run.Said said, Organization organization) {
        var id = said.command();
        var at = said.at();
        var actor = said.by();
        return switch (deed.action()) {
            case "approve" -> new FlowCommand.Approve(id, at, actor, task);
            case "complete" -> new FlowCommand.Complete(id, at, actor, task, deed.outcome());
            case "reject" -> new FlowCommand.Reject(id, at, actor, task);
            case "return" ->
                new FlowCommand.Return(
                        id, at, actor, task, deed.to() == null ? FlowModel.INITIATOR : deed.to(), then(deed.then()));
            case "transfer" ->
                new FlowCommand.Transfer(
                        id,
                        at,
                        actor,
                        task,
                        person(deed.to(), actor, organization).toString());
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

    private static UUID person(@Nullable String username, String actor, Organization organization) {
        if (username == null) {
            throw Refusal.invalid("/to", "{form.required}");
        }
        var person = organization
                .personNamed(username)
                .filter(Person::active)
                .orElseThrow(() -> Refusal.invalid("/to", "{process.no-such-person|" + username + "}"));
        if (person.id().toString().equals(actor)) {
            throw Refusal.invalid("/to", "{process.transfer-to-self}");
        }
        return person.id();
    }
}
