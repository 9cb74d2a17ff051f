package zhangfa.work.design;

import java.util.List;
import java.util.Map;
import zhangfa.work.plan.Block;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.TimeLimit;
import zhangfa.work.plan.Who;
import zhangfa.work.sheet.FieldLine;

/**
 * What the panel of a step, or of a copy, offers.
 *
 * @param chosen people who are named, their names by username
 * @param positions all of them, names by key; likewise the units
 * @param fields of the form
 */
public record StepPanel(
        Block block,
        Map<String, String> chosen,
        Map<String, String> taker,
        Map<String, String> positions,
        Map<String, String> units,
        List<FieldLine> fields) {

    private static final Who OF_A_COPY = Who.of("", List.of(), Map.of());

    public String name() {
        return block.name();
    }

    public boolean isStep() {
        return block instanceof Step;
    }

    public boolean isApproval() {
        return block instanceof Step step && step.approval();
    }

    public Who who() {
        return block instanceof Step step ? step.who() : OF_A_COPY;
    }

    public String mode() {
        return block instanceof Step step ? step.mode() : "any";
    }

    /** Of a ratio, without its sign; one that is no percentage is shown as the half. */
    public String percent() {
        var written = block instanceof Step step && step.threshold() != null ? step.threshold() : "";
        return written.endsWith("%") ? written.substring(0, written.length() - 1) : "51";
    }

    public boolean hasLimit() {
        return block instanceof Step step && step.limit() != null;
    }

    public TimeLimit limit() {
        var limit = block instanceof Step step ? step.limit() : null;
        return limit == null ? TimeLimit.of(1, false, "remind", "", Map.of()) : limit;
    }

    public boolean returns() {
        return block instanceof Step step && step.returns();
    }

    public String guide() {
        return block instanceof Step step && step.guide() != null ? step.guide() : "";
    }

    public String empty() {
        return block instanceof Step step ? step.settings().getOrDefault("empty", "") : "";
    }

    public String access(String field) {
        return block instanceof Step step ? step.fields().getOrDefault(field, "") : "";
    }

    public boolean isChosen(String position) {
        return block instanceof Copy copy
                ? copy.to().contains("position:" + position)
                : who().values("position").contains(position);
    }

    public String unit() {
        return block instanceof Copy copy
                ? copy.to().stream()
                        .filter(rule -> rule.startsWith("head:"))
                        .map(rule -> rule.substring("head:".length()))
                        .findFirst()
                        .orElse("")
                : who().value("head");
    }

    public boolean tellsHead() {
        return block instanceof Copy copy && copy.to().contains("unit-head");
    }

    public List<FieldLine> people() {
        return fields.stream()
                .filter(field -> field.kind() == FieldLine.Kind.PERSON)
                .toList();
    }
}
