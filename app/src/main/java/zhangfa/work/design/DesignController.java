package zhangfa.work.design;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.process.Processes;
import zhangfa.ui.Faults;
import zhangfa.work.design.DesignView.Typed;

/** Designs: what is on the board and what could be put there, undoing, publishing, giving up. */
@Controller
@RequestMapping("/designs")
class DesignController {

    private final DesignDesk desk;
    private final DesignView view;
    private final Processes processes;
    private final Words words;

    DesignController(DesignDesk desk, DesignView view, Processes processes, Words words) {
        this.desk = desk;
        this.view = view;
        this.processes = processes;
        this.words = words;
    }

    @GetMapping
    @May(Permission.PROCESS_PUBLISH)
    String index(Model model) {
        return list(Faults.NONE, model);
    }

    private String list(Faults faults, Model model) {
        var designs = desk.all();
        var drawn = designs.stream().map(Design::process).collect(Collectors.toSet());
        model.addAttribute("designs", designs.stream().map(DesignRow::of).toList());
        model.addAttribute(
                "published",
                processes.list().stream()
                        .filter(process -> !drawn.contains(process.key()))
                        .map(process -> new DesignRow(process.key(), process.name(), false, Instant.EPOCH))
                        .toList());
        model.addAttribute("faults", faults);
        return "work/design/index";
    }

    @PostMapping
    @May(Permission.PROCESS_PUBLISH)
    String begin(@RequestParam(defaultValue = "") String name, Account who, Model model, HttpServletResponse response) {
        try {
            return "redirect:/designs/" + desk.begin(name, who) + "?open=form";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return list(Faults.of(refusal, words), model);
        }
    }

    @PostMapping("/{process}/opening")
    @May(Permission.PROCESS_PUBLISH)
    String open(@PathVariable String process, Account who) {
        desk.open(process, who);
        return "redirect:/designs/" + process;
    }

    @GetMapping("/{process}")
    @May(Permission.PROCESS_PUBLISH)
    String show(@PathVariable String process, @RequestParam(defaultValue = "") String open, Model model) {
        return view.show(desk.find(process), open, Typed.NOTHING, model);
    }

    /** The model, to be drawn and to be taken elsewhere. */
    @GetMapping(path = "/{process}/model", produces = MediaType.APPLICATION_XML_VALUE)
    @May(Permission.PROCESS_PUBLISH)
    @ResponseBody
    String model(@PathVariable String process) {
        return desk.find(process).content().bpmn();
    }

    @PostMapping("/{process}/undo")
    @May(Permission.PROCESS_PUBLISH)
    String undo(
            @PathVariable String process,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String open,
            Account who) {
        desk.undo(process, revision, who);
        return at(process, open);
    }

    @PostMapping("/{process}/redo")
    @May(Permission.PROCESS_PUBLISH)
    String redo(
            @PathVariable String process,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String open,
            Account who) {
        desk.redo(process, revision, who);
        return at(process, open);
    }

    @PostMapping("/{process}/removal")
    @May(Permission.PROCESS_PUBLISH)
    String discard(@PathVariable String process, @RequestParam int revision, Account who, RedirectAttributes after) {
        desk.discard(process, revision, who);
        after.addFlashAttribute("flash", "{work.design.discarded}");
        return "redirect:/designs";
    }

    @PostMapping("/{process}/publication")
    @May(Permission.PROCESS_PUBLISH)
    String publish(
            @PathVariable String process,
            @RequestParam int revision,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            var version = desk.publish(process, revision, who);
            after.addFlashAttribute("flash", words.say("{work.design.published|" + version + "}"));
            return "redirect:/designs";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return view.show(desk.find(process), "", new Typed(null, null, null, Faults.of(refusal, words)), model);
        }
    }

    static String at(String process, String open) {
        return "redirect:/designs/" + process + (open.matches("[\\w-]+") ? "?open=" + open : "");
    }
}
