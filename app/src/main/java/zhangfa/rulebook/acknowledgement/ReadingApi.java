package zhangfa.rulebook.acknowledgement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.rulebook.edition.EditionReading;

/** Reading and acknowledging, for programs. */
@RestController
@RequestMapping("/api/v1/rulebook")
class ReadingApi {

    private final Askings askings;
    private final AcknowledgementDesk desk;
    private final Readership readership;
    private final EditionReading editions;

    ReadingApi(Askings askings, AcknowledgementDesk desk, Readership readership, EditionReading editions) {
        this.askings = askings;
        this.desk = desk;
        this.readership = readership;
        this.editions = editions;
    }

    /** What the caller is or was asked to read; {@code provisions} are ids. */
    @GetMapping("/acknowledgements")
    @SignedIn
    Listing<Asking> list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            Account who) {
        return askings.of(who.id(), open, Window.of(size, after));
    }

    @PostMapping("/editions/{id}/actions/acknowledge")
    @SignedIn
    Asking acknowledge(@PathVariable UUID id, Account who) {
        desk.acknowledge(editions.seen(id, who).id(), who.id());
        return askings.find(id, who.id()).orElseThrow(Refusal::notThere);
    }

    /** Whom the caller may know of: who manages the rulebook everybody, a head their own units. */
    @GetMapping("/editions/{id}/readers")
    @SignedIn
    Listing<Reader> readers(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean open, Account who) {
        if (!readership.mayLook(who)) {
            throw Refusal.notAllowed();
        }
        return new Listing<>(readership.of(editions.seen(id, who).id(), who, open), null);
    }
}
