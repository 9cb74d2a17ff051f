package zhangfa.work.casefile;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.Readership;
import zhangfa.work.inbox.Rows;

/** On the page of a case: who is in copy and has read it, and watching it. */
@Controller
@RequestMapping("/cases/{id}/readers")
class ReaderController {

    private final Readership readership;
    private final Rows rows;

    ReaderController(Readership readership, Rows rows) {
        this.readership = readership;
        this.rows = rows;
    }

    /** The page asks for this once it is open, so whoever asks has read the case. */
    @GetMapping
    @SignedIn
    String index(@PathVariable UUID id, Account who, Model model) {
        model.addAttribute("watching", readership.isWatching(who, id));
        readership.read(who, id);
        model.addAttribute("id", id.toString());
        model.addAttribute(
                "readers",
                readership.copies(who, id).stream()
                        .map(copy -> new Reader(rows.name(copy.person()), copy.readAt()))
                        .toList());
        return "work/casefile/readers";
    }

    @PostMapping
    @SignedIn
    String watch(@PathVariable UUID id, @RequestParam boolean on, Account who) {
        readership.watch(who, id, on);
        return "redirect:/cases/" + id + "/readers";
    }
}
