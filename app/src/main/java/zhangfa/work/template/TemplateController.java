package zhangfa.work.template;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Starting a process from a template. */
@Controller
@RequestMapping("/designs/templates")
class TemplateController {

    private final TemplateRows rows;
    private final AdoptionDesk desk;
    private final Words words;

    TemplateController(TemplateRows rows, AdoptionDesk desk, Words words) {
        this.rows = rows;
        this.desk = desk;
        this.words = words;
    }

    @GetMapping
    @May(Permission.PROCESS_PUBLISH)
    String index(Locale locale, Model model) {
        model.addAttribute("templates", rows.in(locale));
        return "work/template/index";
    }

    /** @param publish whether it comes into force at once; otherwise it is changed first */
    @PostMapping("/{key}/adoption")
    @May(Permission.PROCESS_PUBLISH)
    String adopt(
            @PathVariable String key,
            @RequestParam(defaultValue = "true") boolean publish,
            Account who,
            RedirectAttributes next) {
        var adopted = desk.adopt(key, publish, who);
        if (adopted.version() != null) {
            next.addFlashAttribute("flash", "{work.template.adopted}");
            return "redirect:/processes/" + key;
        }
        if (!adopted.unmanned().isEmpty()) {
            next.addFlashAttribute(
                    "flash", words.say("{work.template.unmanned|" + String.join("、", adopted.unmanned()) + "}"));
        }
        return "redirect:/designs/" + key;
    }
}
