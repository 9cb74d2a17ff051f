package zhangfa.notification.urgent;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.notification.preference.Ladders;
import zhangfa.ui.Faults;

/** The page on which it is set how urgent notices climb. */
@Controller
@RequestMapping("/administration/ladders")
class LadderController {

    private final Ladders ladders;
    private final Words words;

    LadderController(Ladders ladders, Words words) {
        this.ladders = ladders;
        this.words = words;
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    String index(Model model) {
        return page(Faults.NONE, model);
    }

    @PostMapping("/{kind}")
    @May(Permission.SYSTEM_OPERATE)
    String set(
            @PathVariable String kind,
            @RequestParam(defaultValue = "0") int minutes,
            @RequestParam(defaultValue = "") List<String> rungs,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            ladders.set(kind, minutes, rungs, who);
            next.addFlashAttribute("flash", "{notification.ladder.kept}");
            return "redirect:/administration/ladders";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(Faults.of(refusal, words), model);
        }
    }

    private String page(Faults faults, Model model) {
        model.addAttribute("ladders", new TreeMap<>(ladders.all()));
        model.addAttribute("faults", faults);
        return "notification/urgent/index";
    }
}
