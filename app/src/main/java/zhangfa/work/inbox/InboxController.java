package zhangfa.work.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.process.Batch;
import zhangfa.process.Reading;
import zhangfa.process.Reading.Box;

/** The inbox: to do, done, started, in copy; and deciding on many tasks at once. */
@Controller
class InboxController {

    private final Reading reading;
    private final Batch batch;
    private final Rows rows;
    private final Words words;

    InboxController(Reading reading, Batch batch, Rows rows, Words words) {
        this.reading = reading;
        this.batch = batch;
        this.rows = rows;
        this.words = words;
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
        return show(chosen, after, List.of(), who, model);
    }

    /** Shows the inbox as it is then, with what became of each of the tasks. */
    @PostMapping("/inbox/decisions")
    @SignedIn
    String decide(
            @RequestParam String action,
            @RequestParam(defaultValue = "") List<UUID> task,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam UUID command,
            Account who,
            Model model) {
        var outcomes = batch.act(who, task, action, comment, command).stream()
                .map(answer -> outcome(answer, action))
                .toList();
        return show(Box.TODO, null, outcomes, who, model);
    }

    private String show(Box box, @Nullable String after, List<Outcome> outcomes, Account who, Model model) {
        var listing = reading.box(who, box, Window.of(50, after));
        var name = box.name().toLowerCase(Locale.ROOT);
        model.addAttribute("box", name);
        model.addAttribute("rows", listing.items().stream().map(rows::of).toList());
        model.addAttribute("next", listing.next() == null ? null : "/inbox?box=" + name + "&after=" + listing.next());
        model.addAttribute("todos", reading.todos(who));
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("command", Keys.next().toString());
        return "work/inbox/index";
    }

    private Outcome outcome(Batch.Answer answer, String action) {
        var task = answer.task();
        return new Outcome(
                task == null ? "—" : task.of().title(),
                task == null ? null : "/cases/" + task.of().id(),
                answer.isDone(),
                words.say(answer.refusal() == null ? "{work.did." + action + "}" : detail(answer.refusal())));
    }

    private static String detail(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal.detail()
                : refusal.faults().getFirst().detail();
    }
}
