package zhangfa.notification.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;

/** Announcements, for programs. */
@RestController
@RequestMapping("/api/v1/announcements")
class AnnouncementApi {

    private final Announcements announcements;
    private final AnnouncementDesk desk;

    AnnouncementApi(Announcements announcements, AnnouncementDesk desk) {
        this.announcements = announcements;
        this.desk = desk;
    }

    /** What is to be announced: {@code everyone}, or units (ids) and positions (keys); {@code read_by} is a day. */
    record Wish(
            @Nullable String title,
            @Nullable String body,
            @Nullable Boolean urgent,
            @Nullable Boolean everyone,
            @Nullable List<UUID> units,
            @Nullable List<String> positions,
            @Nullable LocalDate readBy) {

        Draft draft() {
            return new Draft(
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(body, ""),
                    Boolean.TRUE.equals(urgent),
                    Boolean.TRUE.equals(everyone),
                    Objects.requireNonNullElse(units, List.of()),
                    Objects.requireNonNullElse(positions, List.of()),
                    readBy);
        }
    }

    /** An announcement; {@code done} of its {@code readers} have confirmed it, or read it where that is enough. */
    record Shape(
            UUID id,
            String title,
            String body,
            boolean urgent,
            String publisher,
            Instant publishedAt,
            @Nullable Instant readBy,
            int readers,
            int done,
            @Nullable Instant readAt,
            @Nullable Instant confirmedAt) {

        static Shape of(Announcement one) {
            return new Shape(
                    one.id(),
                    one.title(),
                    one.body(),
                    one.urgent(),
                    one.publisher(),
                    one.publishedAt(),
                    one.readBy(),
                    one.readers(),
                    one.done(),
                    one.readAt(),
                    one.confirmedAt());
        }
    }

    @GetMapping
    @SignedIn
    Listing<Shape> list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            Account who) {
        return announcements.list(who.id(), open, Window.of(size, after)).map(Shape::of);
    }

    @PostMapping
    @SignedIn
    @ResponseStatus(HttpStatus.CREATED)
    Shape publish(@RequestBody Wish wish, Account who) {
        return found(desk.publish(wish.draft(), who), who);
    }

    /** Does not count as reading it: a program may look without a person having seen it. */
    @GetMapping("/{id}")
    @SignedIn
    Shape show(@PathVariable UUID id, Account who) {
        return found(id, who);
    }

    /** Who was addressed and has read or confirmed it; for the publisher. */
    @GetMapping("/{id}/receipts")
    @SignedIn
    Listing<Receipt> receipts(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean open, Account who) {
        var announcement = announcements.find(who.id(), id).orElseThrow(Refusal::notThere);
        if (!announcement.publisherId().equals(who.id())) {
            throw Refusal.notAllowed();
        }
        return new Listing<>(announcements.receipts(id, open), null);
    }

    @PostMapping("/{id}/actions/confirm")
    @SignedIn
    Shape confirm(@PathVariable UUID id, Account who) {
        found(id, who);
        desk.confirm(id, who);
        return found(id, who);
    }

    private Shape found(UUID id, Account who) {
        return announcements.find(who.id(), id).map(Shape::of).orElseThrow(Refusal::notThere);
    }
}
