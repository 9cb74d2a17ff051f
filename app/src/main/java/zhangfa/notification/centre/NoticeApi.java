package zhangfa.notification.centre;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.notification.urgent.UrgentDesk;
import zhangfa.notification.wording.Spoken;

/** One's notices, for programs. */
@RestController
@RequestMapping("/api/v1/notifications")
class NoticeApi {

    private final Notices notices;
    private final UrgentDesk urgent;

    NoticeApi(Notices notices, UrgentDesk urgent) {
        this.notices = notices;
        this.urgent = urgent;
    }

    /** A notice in the reader's language; {@code read_at} is null until its reader has seen it. */
    record Notice(
            UUID id,
            String kind,
            String urgency,
            String subject,
            String text,
            @Nullable String remark,
            @Nullable String link,
            @Nullable UUID caseId,
            Instant at,
            @Nullable Instant readAt,
            List<Spoken.Item> items,
            Spoken.@Nullable Acknowledgement acknowledgement) {

        static Notice of(Spoken spoken) {
            return new Notice(
                    spoken.id(),
                    spoken.kind(),
                    spoken.urgent() ? "urgent" : "normal",
                    spoken.subject(),
                    spoken.text(),
                    spoken.remark(),
                    spoken.link(),
                    spoken.caseId(),
                    spoken.at(),
                    spoken.readAt(),
                    spoken.items(),
                    spoken.acknowledgement());
        }
    }

    @GetMapping
    @SignedIn
    Listing<Notice> list(
            @RequestParam(defaultValue = "all") String box,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count,
            Account who,
            Locale locale) {
        var chosen = Box.named(box).orElseThrow(() -> Refusal.invalid("/box", "{form.enum}"));
        return notices.list(who.id(), chosen, Window.of(size, after, count), locale)
                .map(Notice::of);
    }

    @PostMapping("/{id}/actions/read")
    @SignedIn
    Notice read(@PathVariable UUID id, Account who, Locale locale) {
        notices.read(who.id(), id);
        return notices.find(who.id(), id, locale).map(Notice::of).orElseThrow(Refusal::notThere);
    }

    @PostMapping("/{id}/actions/acknowledge")
    @SignedIn
    Notice acknowledge(@PathVariable UUID id, Account who, Locale locale) {
        urgent.acknowledge(id, who);
        return notices.find(who.id(), id, locale).map(Notice::of).orElseThrow(Refusal::notThere);
    }

    @PostMapping("/actions/read-all")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Account who) {
        notices.readAll(who.id());
    }
}
