package zhangfa.work.home;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.process.Reading;
import zhangfa.process.Reading.Box;
import zhangfa.ui.Chores;
import zhangfa.work.inbox.Rows;

/** My day: what waits for me, what of mine is under way, and what I can start. */
@Controller
class HomeController {

    private static final Window FEW = new Window(6, null);

    private final Reading reading;
    private final Rows rows;
    private final List<Chores> chores;

    HomeController(Reading reading, Rows rows, List<Chores> chores) {
        this.reading = reading;
        this.rows = rows;
        this.chores = chores;
    }

    @GetMapping("/")
    @SignedIn
    String index(Account who, Locale locale, Model model) {
        model.addAttribute("name", who.name());
        model.addAttribute("todos", reading.todos(who));
        model.addAttribute(
                "todo",
                reading.box(who, Box.TODO, FEW).items().stream().map(rows::of).toList());
        model.addAttribute(
                "chores",
                chores.stream()
                        .flatMap(each -> each.of(who.id(), locale).stream())
                        .toList());
        model.addAttribute(
                "started",
                reading.box(who, Box.STARTED, FEW).items().stream()
                        .map(rows::of)
                        .toList());
        return "work/home/index";
    }
}
