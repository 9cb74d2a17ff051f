package zhangfa.job.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** The page of jobs, for whoever runs the installation. */
@Controller
@RequestMapping("/administration/jobs")
class JobController {

    private static final String HERE = "/administration/jobs";

    private final DeadLetters letters;

    JobController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    String index(@RequestParam(required = false) @Nullable String after, Model model) {
        var listing = letters.list(Window.of(null, after));
        model.addAttribute("letters", listing.items());
        model.addAttribute("next", listing.next() == null ? null : HERE + "?after=" + listing.next());
        model.addAttribute("queues", letters.queues());
        return "job/desk/index";
    }

    @PostMapping("/dead-letters/{id}/retry")
    @May(Permission.SYSTEM_OPERATE)
    String retry(@PathVariable UUID id, Account who, RedirectAttributes next) {
        letters.retry(id, who);
        next.addFlashAttribute("flash", "{job.retried}");
        return "redirect:" + HERE;
    }

    @PostMapping("/dead-letters/{id}/discard")
    @May(Permission.SYSTEM_OPERATE)
    String discard(@PathVariable UUID id, Account who, RedirectAttributes next) {
        letters.discard(id, who);
        next.addFlashAttribute("flash", "{job.discarded}");
        return "redirect:" + HERE;
    }
}
