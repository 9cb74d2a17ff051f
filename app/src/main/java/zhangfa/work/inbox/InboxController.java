package zhangfa.work.inbox;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.process.Reading;
import zhangfa.process.Reading.Box;

/** The inbox: to do, done, started, in copy. */
@Controller
class InboxController {

    private final Reading reading;
    private final Rows rows;

    InboxController(Reading reading, Rows rows) {
        this.reading = reading;
        this.rows = rows;
    }

    @GetMapping("/inbox")
    @SignedIn
    String index(
            @RequestParam(defaultValue = "todo") String box,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Model model) {
        var chosen = Arrays.stream(Box.values())
                .filter(known -> known.name().equalsIgnoreCase(box))
                .findFirst()
                .orElse(Box.TODO);
        var listing = reading.box(who, chosen, Window.of(50, after));
        var name = chosen.name().toLowerCase(Locale.ROOT);
        model.addAttribute("box", name);
        model.addAttribute("rows", listing.items().stream().map(rows::of).toList());
        model.addAttribute("next", listing.next() == null ? null : "/inbox?box=" + name + "&after=" + listing.next());
        model.addAttribute("todos", reading.todos(who));
        return "work/inbox/index";
    }
}
