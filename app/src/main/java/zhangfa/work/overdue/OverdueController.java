package zhangfa.work.overdue;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.CaseTalk;
import zhangfa.ui.Csv;

/** The board of what is late: for heads, owners of processes and the inspector. */
@Controller
class OverdueController {

    private static final int PIECE = 200;

    private final Boards boards;
    private final CaseTalk talk;
    private final Words words;
    private final DateTimeFormatter minute;

    OverdueController(Boards boards, CaseTalk talk, Words words, Clock clock) {
        this.boards = boards;
        this.talk = talk;
        this.words = words;
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
    }

    @GetMapping(BoardFilter.HERE)
    @SignedIn
    String index(
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Model model) {
        model.addAttribute("board", boards.of(who, BoardFilter.of(by, person, unit, process), after));
        return "work/overdue/index";
    }

    @GetMapping(BoardFilter.HERE + ".csv")
    @SignedIn
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String process,
            Account who) {
        var filter = BoardFilter.of(null, person, unit, process);
        boards.page(who, filter, new Window(1, null));
        var head = Csv.row(
                said("number"),
                said("title"),
                said("process"),
                said("articles"),
                said("step"),
                said("person"),
                said("unit"),
                said("due"));
        return Csv.file("overdue.csv", head, writer -> write(writer, who, filter));
    }

    private void write(Writer writer, Account who, BoardFilter filter) throws IOException {
        @Nullable String after = null;
        do {
            var piece = boards.page(who, filter, new Window(PIECE, after));
            for (var row : piece.items()) {
                writer.write(Csv.row(
                        row.number(),
                        row.title(),
                        row.process(),
                        String.join(" ", row.articles()),
                        row.step(),
                        row.person(),
                        row.unit(),
                        minute.format(Objects.requireNonNull(row.due().due()))));
            }
            after = piece.next();
        } while (after != null);
    }

    /** One tap: answers what stands in the place of the button. */
    @PostMapping(BoardFilter.HERE + "/{id}/urging")
    @SignedIn
    String urge(@PathVariable UUID id, Account who, Model model) {
        try {
            talk.urge(who, id, null);
            model.addAttribute("said", words.say("{work.overdue.urged}"));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            model.addAttribute("said", words.say(refusal.detail()));
        }
        return "work/overdue/urged";
    }

    private String said(String column) {
        return words.say("{work.overdue." + column + "}");
    }
}
