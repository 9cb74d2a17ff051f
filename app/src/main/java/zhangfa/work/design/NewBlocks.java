package zhangfa.work.design;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.database.Keys;
import zhangfa.work.plan.Block;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Fork;
import zhangfa.work.plan.Block.Fork.Kind;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Condition;
import zhangfa.work.plan.Plan;

/** What is put onto the board. Ids are never used again, so that a later version does not take one step for another. */
@Component
class NewBlocks {

    private final Words words;

    NewBlocks(Words words) {
        this.words = words;
    }

    String id(String kind) {
        var random = Keys.next().toString().replace("-", "");
        return kind + "-" + random.substring(random.length() - 8);
    }

    Block block(String kind) {
        var name = words.say("{work.design.new." + (kind.matches("[a-z]{1,10}") ? kind : "work") + "}");
        return switch (kind) {
            case "approval" -> Step.fresh(id(kind), name, true);
            case "work" -> Step.fresh(id(kind), name, false);
            case "copy" -> new Copy(id(kind), name, List.of());
            case "choice", "several", "parallel" -> fork(Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
            default -> throw Refusal.invalid("/kind", "{form.enum}");
        };
    }

    private Fork fork(Kind kind) {
        var id = id(kind.name().toLowerCase(Locale.ROOT));
        var when = kind.isConditional() ? Condition.UNSAID : null;
        var last = words.say(kind.isConditional() ? "{work.design.otherwise}" : "{work.design.lane|2}");
        var first = words.say(kind.isConditional() ? "{work.design.if|1}" : "{work.design.lane|1}");
        return new Fork(
                id,
                "",
                kind,
                id + "-end",
                List.of(
                        new Branch(id("branch"), first, when, List.of()),
                        new Branch(id("branch"), last, null, List.of())));
    }

    Branch branch(String id, Plan plan, String fork) {
        var found = plan.block(fork)
                .filter(Fork.class::isInstance)
                .map(Fork.class::cast)
                .orElseThrow(Refusal::notThere);
        var conditional = found.kind().isConditional();
        var number = found.branches().size() + (conditional ? 0 : 1);
        return new Branch(
                id,
                words.say((conditional ? "{work.design.if|" : "{work.design.lane|") + number + "}"),
                conditional ? Condition.UNSAID : null,
                List.of());
    }

    /** What is filled in next: the first branch of a fork, else the block itself. */
    String opened(Block block) {
        return block instanceof Fork fork && fork.kind().isConditional()
                ? fork.branches().getFirst().id()
                : block.id();
    }
}
