package zhangfa.rulebook.edition;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.rulebook.edition.EditionShapes.EditionShape;

/** The company's own regulations, for programs: what there is, and the ways in which an edition begins. */
@RestController
@RequestMapping("/api/v1/rulebook")
class RegulationApi {

    private final EditionReading reading;
    private final EditionDesk desk;

    RegulationApi(EditionReading reading, EditionDesk desk) {
        this.reading = reading;
        this.desk = desk;
    }

    /** A regulation to begin. */
    record Wish(@Nullable String title) {}

    /** What a draft becomes: the next edition of this regulation; without one a new regulation. */
    record Becoming(@Nullable UUID regulation) {}

    /** Of each the edition in force, else the one that comes; for who manages the rulebook, else its draft. */
    @GetMapping("/regulations")
    @SignedIn
    Listing<EditionShape> list(
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            Account who) {
        return reading.list(who, Window.of(size, after)).map(EditionShape::of);
    }

    @PostMapping("/regulations")
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    EditionShape begin(@RequestBody Wish wish, Account who) {
        return shape(desk.begin(Objects.requireNonNullElse(wish.title(), ""), who.id()), who);
    }

    @GetMapping("/regulations/{id}/editions")
    @SignedIn
    Listing<EditionShape> editions(@PathVariable UUID id, Account who) {
        return new Listing<>(reading.of(id, who), null).map(EditionShape::of);
    }

    @PostMapping("/regulations/{id}/editions")
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    EditionShape revise(@PathVariable UUID id, Account who) {
        return shape(desk.revise(id, who.id()), who);
    }

    @PostMapping("/drafts/{draft}/actions/become")
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    EditionShape become(@PathVariable UUID draft, @RequestBody Becoming becoming, Account who) {
        return shape(desk.take(draft, becoming.regulation(), who.id()), who);
    }

    private EditionShape shape(UUID edition, Account who) {
        return EditionShape.of(reading.seen(edition, who));
    }
}
