package zhangfa.register.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.register.FieldKind;
import zhangfa.register.schema.Register;
import zhangfa.register.schema.Registers;
import zhangfa.ui.Fault;
import zhangfa.ui.Faults;

/** The records of a register on pages. */
@Controller
@RequestMapping("/registers/{key}")
class EntryController {

    private static final int ROWS = 50;

    private final Registers registers;
    private final Entries entries;
    private final EntryDesk desk;
    private final Typing typing;
    private final History history;
    private final Organization organization;
    private final Words words;

    EntryController(
            Registers registers,
            Entries entries,
            EntryDesk desk,
            Typing typing,
            History history,
            Organization organization,
            Words words) {
        this.registers = registers;
        this.entries = entries;
        this.desk = desk;
        this.typing = typing;
        this.history = history;
        this.organization = organization;
        this.words = words;
    }

    @GetMapping
    @SignedIn
    String index(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Model model) {
        var register = registers.read(key, who);
        var filter = Filter.of(register, state, search, sort, after);
        var listing = Listing.of(
                entries.list(register, filter, ROWS + 1),
                ROWS,
                record -> record.id().toString());
        var next = listing.next() == null ? null : filter.next(register, listing.next());
        model.addAttribute(
                "list",
                new EntryList(
                        register,
                        filter,
                        listing.items(),
                        typing.shown(register, listing.items()),
                        next,
                        registers.isWrittenBy(register, who)));
        return "register/entry/index";
    }

    @GetMapping("/new")
    @SignedIn
    String begin(@PathVariable String key, Account who, Model model) {
        var register = registers.written(key, who);
        return form(form(register, null, register.states().getFirst().key(), Map.of()), Faults.NONE, model);
    }

    @PostMapping
    @SignedIn
    String add(
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var register = registers.written(key, who);
        var written = written(register, sent);
        try {
            var id = desk.add(register, written, sent.get("state"), who.id());
            next.addFlashAttribute("flash", "{register.record-added}");
            return "redirect:" + register.href() + "/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var state = sent.getOrDefault("state", register.states().getFirst().key());
            return form(form(register, null, state, written), faults(refusal), model);
        }
    }

    @GetMapping("/{id}")
    @SignedIn
    String show(@PathVariable String key, @PathVariable UUID id, Account who, Model model) {
        var register = registers.read(key, who);
        var record = entries.find(register, id).orElseThrow(Refusal::notThere);
        model.addAttribute(
                "record",
                new EntryPage(
                        register,
                        record,
                        typing.shown(register, List.of(record)).getFirst(),
                        history.of(register, id),
                        organization
                                .person(record.createdBy())
                                .map(Person::name)
                                .orElse("—"),
                        registers.isWrittenBy(register, who)));
        return "register/entry/show";
    }

    @GetMapping("/{id}/edit")
    @SignedIn
    String edit(@PathVariable String key, @PathVariable UUID id, Account who, Model model) {
        var register = registers.written(key, who);
        var record = entries.find(register, id).orElseThrow(Refusal::notThere);
        return form(
                form(register, record, record.state(), typing.typed(register, record.values())), Faults.NONE, model);
    }

    @PostMapping("/{id}")
    @SignedIn
    String change(
            @PathVariable String key,
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam Map<String, String> sent,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var register = registers.written(key, who);
        var written = written(register, sent);
        try {
            desk.change(register, id, revision, written, sent.get("state"), who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var record = entries.find(register, id).orElseThrow(Refusal::notThere);
            // Whoever was told that somebody else was faster saves over it on purpose.
            var seen = refusal.kind() == Refusal.Kind.CONFLICT ? record.revision() : revision;
            var form = form(register, record, sent.getOrDefault("state", record.state()), written);
            return form(
                    new EntryForm(register, id, record.number(), seen, form.state(), written, form.people()),
                    faults(refusal),
                    model);
        }
        next.addFlashAttribute("flash", "{register.record-changed}");
        return "redirect:" + register.href() + "/" + id;
    }

    private String form(EntryForm form, Faults faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "register/entry/edit";
    }

    private EntryForm form(Register register, @Nullable Entry record, String state, Map<String, String> written) {
        var people = new LinkedHashMap<String, String>();
        if (register.asked().stream().anyMatch(field -> field.kind() == FieldKind.PERSON)) {
            organization
                    .everybody()
                    .filter(Person::active)
                    .sorted(Comparator.comparing(Person::name))
                    .forEach(person -> people.put(person.username(), person.name() + " " + person.username()));
        }
        return new EntryForm(
                register,
                record == null ? null : record.id(),
                record == null ? "" : record.number(),
                record == null ? 0 : record.revision(),
                state,
                written,
                people);
    }

    /** Fields of a form carry the prefix of their columns, so that none is called like one of ours. */
    private Faults faults(Refusal refusal) {
        return new Faults(Faults.of(refusal, words).all().stream()
                .map(fault -> fault.field().isEmpty() || fault.field().equals("state")
                        ? fault
                        : new Fault("f_" + fault.field(), fault.text()))
                .toList());
    }

    private static Map<String, String> written(Register register, Map<String, String> sent) {
        var written = new HashMap<String, String>();
        register.asked().forEach(field -> written.put(field.key(), sent.getOrDefault(field.column(), "")));
        return written;
    }
}
