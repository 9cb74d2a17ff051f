package zhangfa.rulebook.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.rulebook.edition.EditionShapes.ChangeShape;
import zhangfa.rulebook.edition.EditionShapes.EditionShape;
import zhangfa.rulebook.edition.EditionShapes.ProvisionShape;

/** One edition, for programs; whoever writes names the revision that they saw, and is refused with 409 where it is stale. */
@RestController
@RequestMapping("/api/v1/rulebook/editions/{id}")
class EditionApi {

    private final EditionReading reading;
    private final EditionDesk desk;
    private final Writing writing;
    private final Submission submission;

    EditionApi(EditionReading reading, EditionDesk desk, Writing writing, Submission submission) {
        this.reading = reading;
        this.desk = desk;
        this.writing = writing;
        this.submission = submission;
    }

    /** The head of an edition as it is to be. */
    record HeadWish(
            int revision,
            @Nullable String title,
            @Nullable String rank,
            @Nullable Boolean everyone,
            @Nullable List<String> units,
            @Nullable List<String> positions,
            @Nullable String owner,
            @Nullable String reason,
            @Nullable LocalDate effectiveFrom) {

        HeadForm form() {
            return new HeadForm(
                    revision,
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(rank, ""),
                    Boolean.TRUE.equals(everyone),
                    Objects.requireNonNullElse(units, List.of()),
                    Objects.requireNonNullElse(positions, List.of()),
                    Objects.requireNonNullElse(owner, ""),
                    Objects.requireNonNullElse(reason, ""),
                    effectiveFrom);
        }
    }

    /** The provision behind which an empty article is put. */
    record Place(UUID after) {}

    @GetMapping
    @SignedIn
    EditionShape show(@PathVariable UUID id, Account who) {
        return EditionShape.of(reading.seen(id, who));
    }

    @GetMapping("/provisions")
    @SignedIn
    Listing<ProvisionShape> text(@PathVariable UUID id, Account who) {
        return new Listing<>(reading.text(reading.seen(id, who)), null).map(ProvisionShape::of);
    }

    /** What is different from another edition, or from the published one before; what is the same is left out. */
    @GetMapping("/difference")
    @SignedIn
    Listing<ChangeShape> difference(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID from, Account who) {
        return new Listing<>(
                        reading.difference(reading.seen(id, who), from, who).real(), null)
                .map(ChangeShape::of);
    }

    @PutMapping
    @May(Permission.RULEBOOK_MANAGE)
    EditionShape write(@PathVariable UUID id, @RequestBody HeadWish wish, Account who) {
        writing.head(id, wish.form(), who.id());
        return show(id, who);
    }

    @PutMapping("/provisions/{provision}")
    @May(Permission.RULEBOOK_MANAGE)
    ProvisionShape write(
            @PathVariable UUID id, @PathVariable UUID provision, @RequestBody ProvisionForm wish, Account who) {
        writing.provision(id, provision, wish, who.id());
        return ProvisionShape.of(reading.provision(reading.seen(id, who), provision));
    }

    @PostMapping("/provisions")
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    ProvisionShape add(@PathVariable UUID id, @RequestBody Place place, Account who) {
        var added = writing.add(id, place.after(), who.id());
        return ProvisionShape.of(reading.provision(reading.seen(id, who), added));
    }

    @DeleteMapping("/provisions/{provision}")
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID provision, @RequestParam int revision, Account who) {
        writing.remove(id, provision, revision, who.id());
    }

    /** Starts the case in which it is decided. */
    @PostMapping("/actions/submit")
    @May(Permission.RULEBOOK_MANAGE)
    EditionShape submit(@PathVariable UUID id, Account who) {
        submission.submit(reading.seen(id, who), who);
        return show(id, who);
    }

    @PostMapping("/actions/discard")
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, Account who) {
        desk.discard(id, who.id());
    }
}
