package zhangfa.work.design;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.ui.Faults;
import zhangfa.work.design.Design.Content;
import zhangfa.work.design.DesignView.Typed;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Plan;
import zhangfa.work.sheet.FieldForm;
import zhangfa.work.sheet.FieldLine;
import zhangfa.work.sheet.FieldList;

/** Changes on the board: each is a new edition, made of what the page showed and of nothing newer. */
@Controller
@RequestMapping("/designs/{process}")
class BoardController {

    private final DesignDesk desk;
    private final DesignView view;
    private final NewBlocks blocks;
    private final Words words;

    BoardController(DesignDesk desk, DesignView view, NewBlocks blocks, Words words) {
        this.desk = desk;
        this.view = view;
        this.blocks = blocks;
        this.words = words;
    }

    /** Puts a step, a copy or a fork behind something. */
    @PostMapping("/blocks")
    @May(Permission.PROCESS_PUBLISH)
    String add(
            @PathVariable String process,
            @RequestParam int revision,
            @RequestParam String behind,
            @RequestParam String kind,
            Account who) {
        var added = blocks.block(kind);
        change(process, revision, who, plan -> plan.adding(behind, added));
        return DesignController.at(process, blocks.opened(added));
    }

    @PostMapping("/blocks/{block}")
    @May(Permission.PROCESS_PUBLISH)
    String save(
            @PathVariable String process,
            @PathVariable String block,
            @RequestParam int revision,
            StepForm form,
            Account who,
            Model model,
            HttpServletResponse response) {
        return tried(
                process,
                block,
                Typed.NOTHING,
                model,
                response,
                () -> change(
                        process,
                        revision,
                        who,
                        plan -> plan.replacing(
                                switch (plan.block(block).orElseThrow(Refusal::notThere)) {
                                    case Step step -> form.step(step);
                                    case Copy copy -> form.copy(copy);
                                    default -> throw Refusal.notThere();
                                })));
    }

    @PostMapping("/blocks/{block}/removal")
    @May(Permission.PROCESS_PUBLISH)
    String remove(@PathVariable String process, @PathVariable String block, @RequestParam int revision, Account who) {
        change(process, revision, who, plan -> plan.without(block));
        return DesignController.at(process, "");
    }

    @PostMapping("/blocks/{block}/move")
    @May(Permission.PROCESS_PUBLISH)
    String move(
            @PathVariable String process,
            @PathVariable String block,
            @RequestParam int revision,
            @RequestParam boolean up,
            Account who) {
        change(process, revision, who, plan -> plan.moving(block, up));
        return DesignController.at(process, block);
    }

    /** One branch more. */
    @PostMapping("/blocks/{fork}/branches")
    @May(Permission.PROCESS_PUBLISH)
    String branch(@PathVariable String process, @PathVariable String fork, @RequestParam int revision, Account who) {
        var id = blocks.id("branch");
        change(process, revision, who, plan -> plan.branching(fork, blocks.branch(id, plan, fork)));
        return DesignController.at(process, id);
    }

    @PostMapping("/branches/{branch}")
    @May(Permission.PROCESS_PUBLISH)
    String branch(
            @PathVariable String process,
            @PathVariable String branch,
            @RequestParam int revision,
            BranchForm form,
            Account who,
            Model model,
            HttpServletResponse response) {
        var fields = desk.find(process).fields().comparable();
        return tried(
                process,
                branch,
                new Typed(null, form, null, Faults.NONE),
                model,
                response,
                () -> change(
                        process,
                        revision,
                        who,
                        plan -> plan.replacing(form.branch(
                                plan.branches()
                                        .filter(one -> one.id().equals(branch))
                                        .findFirst()
                                        .orElseThrow(Refusal::notThere),
                                fields))));
    }

    @PostMapping("/branches/{branch}/removal")
    @May(Permission.PROCESS_PUBLISH)
    String removeBranch(
            @PathVariable String process, @PathVariable String branch, @RequestParam int revision, Account who) {
        change(process, revision, who, plan -> plan.withoutBranch(branch));
        return DesignController.at(process, "");
    }

    @PostMapping("/settings")
    @May(Permission.PROCESS_PUBLISH)
    String settings(
            @PathVariable String process,
            @RequestParam int revision,
            PlanForm form,
            Account who,
            Model model,
            HttpServletResponse response) {
        return tried(
                process,
                "",
                new Typed(form, null, null, Faults.NONE),
                model,
                response,
                () -> change(process, revision, who, form::plan));
    }

    @PostMapping("/fields")
    @May(Permission.PROCESS_PUBLISH)
    String fields(
            @PathVariable String process,
            @RequestParam int revision,
            FieldForm form,
            Account who,
            Model model,
            HttpServletResponse response) {
        return tried(process, "form", new Typed(null, null, form, Faults.NONE), model, response, () -> {
            var design = desk.find(process);
            if (!design.fields().exact()) {
                throw Refusal.conflict("{work.sheet.read-only}");
            }
            var lines = design.fields().changedTo(form.read());
            var plan = attaching(design.plan(), lines);
            desk.change(process, revision, Content.of(plan, FieldList.schema(lines)), who);
        });
    }

    /** Files of the form hang on the case, so that its people may open them. */
    private static Plan attaching(Plan plan, List<FieldLine> lines) {
        var settings = new LinkedHashMap<>(plan.settings());
        if (lines.stream().anyMatch(line -> line.kind() == FieldLine.Kind.FILE)) {
            settings.putIfAbsent("on-submit", Findings.ATTACH);
        }
        return plan.with(plan.name(), plan.guide(), settings);
    }

    private void change(String process, int revision, Account who, UnaryOperator<Plan> change) {
        var design = desk.find(process);
        var plan = change.apply(design.plan());
        desk.change(process, revision, Content.of(plan, design.content().form()), who);
    }

    /** Wrong fields are shown beside what was typed; anything else is refused as everywhere. */
    private String tried(
            String process, String open, Typed typed, Model model, HttpServletResponse response, Runnable change) {
        try {
            change.run();
            return DesignController.at(process, open);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            var shown = new Typed(typed.process(), typed.branch(), typed.fields(), Faults.of(refusal, words));
            return view.show(desk.find(process), open, shown, model);
        }
    }
}
