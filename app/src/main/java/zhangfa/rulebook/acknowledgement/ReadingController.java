package zhangfa.rulebook.acknowledgement;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.rulebook.edition.EditionReading;
import zhangfa.ui.Csv;

/** What one is asked to read, and for those who may know, who has not. */
@Controller
class ReadingController {

    private static final String HERE = "/rulebook/readings";

    private final Askings askings;
    private final AcknowledgementDesk desk;
    private final Readership readership;
    private final EditionReading editions;
    private final Words words;
    private final Clock clock;

    ReadingController(
            Askings askings,
            AcknowledgementDesk desk,
            Readership readership,
            EditionReading editions,
            Words words,
            Clock clock) {
        this.askings = askings;
        this.desk = desk;
        this.readership = readership;
        this.editions = editions;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(HERE)
    @SignedIn
    String index(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Model model) {
        var listing = askings.of(who.id(), open, Window.of(null, after));
        model.addAttribute("askings", listing.items());
        model.addAttribute("open", open);
        model.addAttribute("next", listing.next() == null ? null : HERE + "?open=" + open + "&after=" + listing.next());
        return "rulebook/acknowledgement/index";
    }

    /** What stands beside the text of an edition. */
    @GetMapping("/rulebook/editions/{id}/acknowledgement")
    @SignedIn
    String panel(@PathVariable UUID id, Account who, Model model) {
        var edition = editions.seen(id, who);
        var asking = askings.find(id, who.id());
        model.addAttribute("edition", edition);
        model.addAttribute("asking", asking.orElse(null));
        model.addAttribute(
                "wanted",
                editions.text(edition).stream()
                        .filter(provision -> asking.isPresent() && asking.get().asksFor(provision.id()))
                        .toList());
        model.addAttribute("mayLook", readership.mayLook(who));
        return "rulebook/acknowledgement/panel";
    }

    /** Of exactly this edition. */
    @PostMapping("/rulebook/editions/{id}/acknowledgement")
    @SignedIn
    String acknowledge(@PathVariable UUID id, Account who, RedirectAttributes next) {
        desk.acknowledge(editions.seen(id, who).id(), who.id());
        next.addFlashAttribute("flash", "{rulebook.reading.thanks}");
        return "redirect:/rulebook/editions/" + id;
    }

    @GetMapping("/rulebook/editions/{id}/readers")
    @SignedIn
    String readers(@PathVariable UUID id, @RequestParam(defaultValue = "true") boolean open, Account who, Model model) {
        checked(who);
        model.addAttribute("edition", editions.seen(id, who));
        model.addAttribute("readers", readership.of(id, who, open));
        model.addAttribute("open", open);
        model.addAttribute("all", readership.of(id, who, false).size());
        model.addAttribute("manages", who.may(Permission.RULEBOOK_MANAGE));
        return "rulebook/acknowledgement/readers";
    }

    @GetMapping("/rulebook/editions/{id}/readers.csv")
    @SignedIn
    ResponseEntity<StreamingResponseBody> export(@PathVariable UUID id, Account who) {
        checked(who);
        editions.seen(id, who);
        var head = Csv.row(
                words.say("{rulebook.reading.person}"),
                words.say("{rulebook.reading.unit}"),
                words.say("{rulebook.reading.asked-at}"),
                words.say("{rulebook.reading.read-at}"));
        return Csv.file("readers.csv", head, writer -> {
            for (var reader : readership.of(id, who, false)) {
                writer.write(Csv.row(reader.name(), reader.unit(), minute(reader.askedAt()), minute(reader.readAt())));
            }
        });
    }

    @PostMapping("/rulebook/editions/{id}/reminder")
    @May(Permission.RULEBOOK_MANAGE)
    String remind(@PathVariable UUID id, Account who, RedirectAttributes next) {
        var reminded = desk.remind(editions.seen(id, who));
        next.addFlashAttribute("flash", "{rulebook.reading.reminded-now|" + reminded + "}");
        return "redirect:/rulebook/editions/" + id + "/readers";
    }

    private void checked(Account who) {
        if (!readership.mayLook(who)) {
            throw Refusal.notAllowed();
        }
    }

    private String minute(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .withZone(clock.getZone())
                        .format(at);
    }
}
