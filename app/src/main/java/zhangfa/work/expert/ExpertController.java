package zhangfa.work.expert;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.flow.Bpmn;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.work.design.Design.Content;
import zhangfa.work.design.DesignDesk;

/** Drawing a model as a diagram; the palette and every refusal come from what the kernel executes. */
@Controller
@RequestMapping("/designs/{process}/expert")
class ExpertController {

    private final DesignDesk desk;
    private final Inspection inspection;
    private final Organization organization;
    private final Words words;

    ExpertController(DesignDesk desk, Inspection inspection, Organization organization, Words words) {
        this.desk = desk;
        this.inspection = inspection;
        this.organization = organization;
        this.words = words;
    }

    @GetMapping
    @May(Permission.PROCESS_PUBLISH)
    String show(@PathVariable String process, Model model) {
        var design = desk.find(process);
        model.addAttribute("design", design);
        model.addAttribute("positions", organization.positions());
        model.addAttribute("elements", Bpmn.executed().stream().sorted().toList());
        return "work/expert/show";
    }

    /** What speaks against this model; nothing is kept. */
    @PostMapping("/check")
    @May(Permission.PROCESS_PUBLISH)
    @ResponseBody
    List<Remark> check(@PathVariable String process, @RequestParam String bpmn) {
        return inspection.of(desk.find(process), bpmn);
    }

    /** Keeps the model as the next edition. */
    @PostMapping
    @May(Permission.PROCESS_PUBLISH)
    ResponseEntity<Map<String, Object>> save(
            @PathVariable String process, @RequestParam int revision, @RequestParam String bpmn, Account who) {
        var design = desk.find(process);
        try {
            if (!Inspection.isOf(process, bpmn)) {
                throw Refusal.invalid("/bpmn", "{work.design.no-model|" + process + "}");
            }
            desk.change(process, revision, new Content(bpmn, design.content().form()), who);
        } catch (Refusal refusal) {
            var said = refusal.faults().isEmpty()
                    ? refusal.detail()
                    : refusal.faults().getFirst().detail();
            return ResponseEntity.status(HttpStatus.valueOf(refusal.kind().status()))
                    .body(Map.of("detail", words.say(said)));
        }
        var kept = desk.find(process);
        return ResponseEntity.ok(Map.of(
                "revision",
                kept.revision(),
                "remarks",
                inspection.of(kept, kept.content().bpmn())));
    }
}
