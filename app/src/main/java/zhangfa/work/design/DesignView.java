package zhangfa.work.design;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
import zhangfa.process.NumberRule;
import zhangfa.ui.Faults;
import zhangfa.work.plan.Block;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Plan;
import zhangfa.work.sheet.FieldForm;

/** Fills the page of a design: the board, and the panel for what is open on it. */
@Component
class DesignView {

    private static final String PAGE = "work/design/show";

    private final Boards boards;
    private final Organization organization;
    private final Clock clock;

    DesignView(Boards boards, Organization organization, Clock clock) {
        this.boards = boards;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * What somebody typed and could not be taken so; it is shown again.
     *
     * @param process null where something else was typed, as the others are
     * @param branch null where something else was typed, as the others are
     */
    record Typed(
            @Nullable PlanForm process,
            @Nullable BranchForm branch,
            @Nullable FieldForm fields,
            Faults faults) {

        static final Typed NOTHING = new Typed(null, null, null, Faults.NONE);
    }

    String show(Design design, String open, Typed typed, Model model) {
        var board = boards.of(design, open);
        var plan = design.reading().plan();
        var fields = Optional.ofNullable(typed.fields())
                .orElseGet(() -> FieldForm.of(design.fields().lines()));
        model.addAttribute("board", board);
        model.addAttribute("faults", typed.faults());
        model.addAttribute("sheet", board.isOpen("form") ? fields : null);
        model.addAttribute(
                "process",
                plan == null ? null : Objects.requireNonNullElseGet(typed.process(), () -> PlanForm.of(plan)));
        model.addAttribute("owner", plan == null ? "" : owner(plan));
        model.addAttribute("numbered", plan == null ? "" : numbered(plan));
        model.addAttribute(
                "step",
                plan == null
                        ? null
                        : plan.block(open).map(block -> step(block, design)).orElse(null));
        model.addAttribute("branch", plan == null ? null : branch(plan, open, typed.branch(), design));
        return PAGE;
    }

    /** How the first case of today would be numbered, in a unit that is called U; nothing where there is no rule. */
    private String numbered(Plan plan) {
        return NumberRule.read(plan.settings().getOrDefault("number", ""))
                .map(rule -> rule.example(LocalDate.now(clock), "U"))
                .orElse("");
    }

    private String owner(Plan plan) {
        var rule = plan.settings().getOrDefault("owner", "").split(":", 2);
        return rule.length < 2
                ? ""
                : rule[0].equals("person")
                        ? boards.person(rule[1])
                        : organization.positions().getOrDefault(rule[1], rule[1]);
    }

    private StepPanel step(Block block, Design design) {
        var chosen = new LinkedHashMap<String, String>();
        var taker = new LinkedHashMap<String, String>();
        if (block instanceof Step step) {
            step.who().values("person").forEach(name -> chosen.put(name, boards.person(name)));
            var limit = step.limit();
            if (limit != null && limit.to().startsWith("person:")) {
                var name = limit.to().substring("person:".length());
                taker.put(name, boards.person(name));
            }
        } else if (block instanceof Copy copy) {
            copy.to().stream()
                    .filter(rule -> rule.startsWith("person:"))
                    .map(rule -> rule.substring("person:".length()))
                    .forEach(name -> chosen.put(name, boards.person(name)));
        }
        return new StepPanel(
                block,
                chosen,
                taker,
                organization.positions(),
                units(),
                design.fields().lines());
    }

    private Map<String, String> units() {
        var units = new LinkedHashMap<String, String>();
        organization
                .units()
                .sorted(Comparator.comparing(Unit::name))
                .forEach(unit -> units.put(unit.key(), unit.name()));
        return units;
    }

    private static @Nullable BranchPanel branch(Plan plan, String id, @Nullable BranchForm typed, Design design) {
        return plan.forkOf(id)
                .flatMap(fork -> fork.branches().stream()
                        .filter(branch -> branch.id().equals(id))
                        .findFirst()
                        .map(branch -> new BranchPanel(
                                id,
                                typed == null ? BranchForm.of(branch) : typed,
                                fork.kind().isConditional(),
                                branch.isOtherwise(fork),
                                design.fields().comparable(),
                                fork.branches().size() > 2 && !branch.isOtherwise(fork))))
                .orElse(null);
    }
}
