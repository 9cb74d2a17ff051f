package zhangfa.register.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.register.Field;
import zhangfa.register.State;
import zhangfa.register.entry.Entries;
import zhangfa.register.entry.Entry;
import zhangfa.register.entry.Filter;
import zhangfa.register.entry.Typing;
import zhangfa.register.schema.Register;
import zhangfa.register.schema.Registers;
import zhangfa.ui.Csv;
import zhangfa.ui.Faults;

/** Records out into a file as they are listed, and in from a file with a trial before. */
@Controller
@RequestMapping("/registers/{key}")
class ExchangeController {

    private static final int PAGE = 1_000;

    private final Registers registers;
    private final Entries entries;
    private final Typing typing;
    private final Importing importing;
    private final Words words;
    private final Clock clock;

    ExchangeController(
            Registers registers, Entries entries, Typing typing, Importing importing, Words words, Clock clock) {
        this.registers = registers;
        this.entries = entries;
        this.typing = typing;
        this.importing = importing;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/records.csv")
    @SignedIn
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort,
            Account who) {
        var register = registers.read(key, who);
        var filter = Filter.of(register, state, search, sort, null);
        var head = new ArrayList<String>();
        head.add(words.say("{register.number}"));
        head.add(words.say("{register.state}"));
        register.asked().stream().map(Field::name).forEach(head::add);
        head.add(words.say("{register.changed-at}"));
        return Csv.file(key + ".csv", Csv.row(head.toArray(String[]::new)), writer -> write(writer, register, filter));
    }

    @GetMapping("/import")
    @SignedIn
    String begin(@PathVariable String key, Account who, Model model) {
        model.addAttribute("register", registers.written(key, who));
        model.addAttribute("faults", Faults.NONE);
        return "register/exchange/index";
    }

    /** On trial: nothing is added yet. */
    @PostMapping("/import")
    @SignedIn
    String tryOut(
            @PathVariable String key,
            @RequestParam MultipartFile file,
            Account who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var register = registers.written(key, who);
        model.addAttribute("register", register);
        try {
            var rows = SheetFile.rows(file.getBytes());
            var trial = importing.tryOut(register, rows);
            model.addAttribute("trial", trial);
            model.addAttribute("upload", trial.isFine() ? importing.keep(register, rows, who.id()) : null);
            return "register/exchange/trial";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("faults", Faults.of(refusal, words));
            return "register/exchange/index";
        }
    }

    @PostMapping("/import/{upload}")
    @SignedIn
    String take(@PathVariable String key, @PathVariable UUID upload, Account who, RedirectAttributes next) {
        var register = registers.written(key, who);
        next.addFlashAttribute("flash", "{register.import.done|" + importing.take(register, upload, who.id()) + "}");
        return "redirect:" + register.href();
    }

    private void write(Writer writer, Register register, Filter filter) throws IOException {
        var minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
        var page = filter;
        for (var rows = entries.list(register, page, PAGE);
                !rows.isEmpty();
                rows = entries.list(register, page, PAGE)) {
            for (var row : rows) {
                writer.write(Csv.row(cells(register, row, minute)));
            }
            page = page.behind(rows.getLast().id());
        }
    }

    private String[] cells(Register register, Entry row, DateTimeFormatter minute) {
        var typed = typing.typed(register, row.values());
        List<String> cells = new ArrayList<>();
        cells.add(row.number());
        cells.add(register.state(row.state()).map(State::name).orElse(""));
        register.asked().forEach(field -> cells.add(typed.getOrDefault(field.key(), "")));
        cells.add(minute.format(row.changedAt()));
        return cells.toArray(String[]::new);
    }
}
