package zhangfa.work.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhangfa.work.plan.Block.Fork;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Plan;

/**
 * A process that ships, to become the company's own.
 *
 * @param form its JSON Schema
 * @param said its name and its purpose in each language
 */
public record Template(String key, String icon, Plan plan, String form, Map<String, Saying> said) {

    /** What it is called and what it is for. */
    public record Saying(String name, String purpose) {}

    public Saying in(Locale locale) {
        var own = said.get(locale.toLanguageTag());
        return own == null ? said.getOrDefault("zh-CN", new Saying(key, "")) : own;
    }

    /** The steps in their order, in this language; those that are taken only sometimes are marked so. */
    public List<StepLine> steps(Locale locale) {
        return plan.everything()
                .filter(block -> !(block instanceof Fork))
                .map(block -> new StepLine(
                        block instanceof Step step
                                ? step.settings().getOrDefault("name-" + locale.toLanguageTag(), block.name())
                                : block.name(),
                        isConditional(block.id())))
                .toList();
    }

    private boolean isConditional(String block) {
        return plan.everything()
                .filter(Fork.class::isInstance)
                .map(Fork.class::cast)
                .filter(fork -> fork.kind().isConditional())
                .flatMap(fork -> fork.branches().stream())
                .flatMap(branch -> branch.blocks().stream())
                .anyMatch(one -> one.id().equals(block));
    }

    /** A step, and whether a case may pass it by. */
    public record StepLine(String name, boolean sometimes) {}
}
