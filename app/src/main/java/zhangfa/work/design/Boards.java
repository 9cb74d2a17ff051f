package zhangfa.work.design;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;
import zhangfa.work.design.Board.Card;
import zhangfa.work.design.Board.Lane;
import zhangfa.work.design.Board.Said;
import zhangfa.work.plan.Block;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Fork;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Condition;
import zhangfa.work.plan.Plan;
import zhangfa.work.plan.PlanReading;
import zhangfa.work.plan.TimeLimit;
import zhangfa.work.sheet.FieldLine;
import zhangfa.work.sheet.FieldList;

/** Puts a design onto the board, in words. */
@Component
public class Boards {

    private final Findings findings;
    private final Organization organization;
    private final Words words;

    Boards(Findings findings, Organization organization, Words words) {
        this.findings = findings;
        this.organization = organization;
        this.words = words;
    }

    Board of(Design design, String open) {
        var reading = design.reading();
        var said = findings.of(design).stream()
                .map(finding -> new Finding(finding.element(), words.say(finding.words()), finding.hinders()))
                .toList();
        var plan = reading.plan();
        if (plan == null) {
            return new Board(design, design.process(), "", "", List.of(), said, reading.unshown());
        }
        var drawing =
                new Drawing(said, organization.positions(), design.fields().comparable());
        return new Board(
                design,
                plan.name(),
                plan.start().id(),
                known(plan, open),
                drawing.cards(plan.blocks()),
                said,
                List.of());
    }

    /** The way of a case through a model, as the board would show it; nothing where it is more than a list of steps. */
    public List<Card> way(String bpmn, @Nullable String form) {
        var plan = PlanReading.read(bpmn).plan();
        return plan == null
                ? List.of()
                : new Drawing(
                                List.of(),
                                organization.positions(),
                                FieldList.of(form).comparable())
                        .cards(plan.blocks());
    }

    private static String known(Plan plan, String open) {
        var there = open.equals("form")
                || open.equals("trial")
                || plan.block(open).isPresent()
                || plan.forkOf(open).isPresent();
        return there ? open : "";
    }

    /** How a person is called; their username where nobody is. */
    String person(String username) {
        return organization.personNamed(username).map(Person::name).orElse(username);
    }

    String unit(String key) {
        return organization.unitKeyed(key).map(Unit::name).orElse(key);
    }

    private final class Drawing {

        private final List<Finding> said;
        private final Map<String, String> positions;
        private final Map<String, FieldLine> fields;

        Drawing(List<Finding> said, Map<String, String> positions, Map<String, FieldLine> fields) {
            this.said = said;
            this.positions = positions;
            this.fields = fields;
        }

        List<Card> cards(List<Block> blocks) {
            return blocks.stream().map(this::card).toList();
        }

        private Card card(Block block) {
            return switch (block) {
                case Step step ->
                    card(
                            step,
                            step.approval() ? "approval" : "work",
                            step.who().isNobody() ? "nobody" : step.who().strategy(),
                            people(step),
                            step.mode(),
                            limit(step.limit()));
                case Copy copy ->
                    card(
                            copy,
                            "copy",
                            "rules",
                            copy.to().stream().map(this::rule).toList(),
                            "any",
                            null);
                case Fork fork ->
                    new Card(
                            fork.id(),
                            fork.kind().name().toLowerCase(Locale.ROOT),
                            fork.name(),
                            "",
                            List.of(),
                            "",
                            null,
                            fork.branches().stream()
                                    .map(branch -> lane(fork, branch))
                                    .toList(),
                            on(fork.id()));
            };
        }

        private Card card(
                Block block, String kind, String strategy, List<String> people, String mode, @Nullable String limit) {
            return new Card(block.id(), kind, block.name(), strategy, people, mode, limit, List.of(), on(block.id()));
        }

        private Lane lane(Fork fork, Branch branch) {
            var when = branch.when();
            return new Lane(
                    branch.id(),
                    branch.name(),
                    branch.isOtherwise(fork),
                    fork.kind().isConditional(),
                    when == null || when.all(),
                    when == null
                            ? List.of()
                            : when.tests().stream().map(this::said).toList(),
                    cards(branch.blocks()),
                    on(branch.id()));
        }

        private Said said(Condition.Test test) {
            return new Said(
                    field(test.field()),
                    test.comparison().name().toLowerCase(Locale.ROOT),
                    test.kind() == Condition.Kind.FIELD ? field(test.value()) : test.value());
        }

        /** What the form calls it, or whoever finds it out. */
        private String field(String key) {
            return Optional.ofNullable(fields.get(key))
                    .map(line -> line.name(LocaleContextHolder.getLocale()))
                    .orElseGet(() -> words.knows("fact." + key) ? words.say("{fact." + key + "}") : key);
        }

        private List<String> people(Step step) {
            var who = step.who();
            return who.values().stream()
                    .map(value -> name(who.strategy(), value))
                    .toList();
        }

        private String name(String strategy, String value) {
            return switch (strategy) {
                case "person" -> person(value);
                case "position" -> positions.getOrDefault(value, value);
                case "head" -> unit(value);
                case "field" -> field(value);
                default -> value;
            };
        }

        /** A rule such as {@code position:accountant}. */
        private String rule(String rule) {
            var parts = rule.split(":", 2);
            return parts.length < 2 ? words.say("{work.design.who." + rule + "}") : name(parts[0], parts[1]);
        }

        private @Nullable String limit(@Nullable TimeLimit limit) {
            return limit == null
                    ? null
                    : words.say(
                            "{work.design.limit." + (limit.isHours() ? "hours" : "days") + "|" + limit.amount() + "}");
        }

        private List<Finding> on(String element) {
            return said.stream()
                    .filter(finding -> finding.element().equals(element))
                    .toList();
        }
    }
}
