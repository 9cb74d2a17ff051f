package zhangfa.process.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.notification.UrgentNotices;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Reading;

/** Urgent notices about a case with who has acknowledged them; they are raised by {@code actions/alert}. */
@RestController
class UrgentNoticeApi {

    private final Reading reading;
    private final UrgentNotices urgent;
    private final Organization organization;

    UrgentNoticeApi(Reading reading, UrgentNotices urgent, Organization organization) {
        this.reading = reading;
        this.urgent = urgent;
        this.organization = organization;
    }

    /** What was said, and how each person stands to it. */
    record Notice(UUID id, Instant at, String comment, List<Receipt> receipts) {}

    /** {@code rung} is the last channel it went by (email, sms, endpoint) or whom else it went to (deputy, head). */
    record Receipt(
            @Nullable String person,
            @Nullable Instant readAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String rung) {}

    @GetMapping("/api/v1/cases/{id}/urgent-notices")
    @SignedIn
    Listing<Notice> list(@PathVariable UUID id, Account who) {
        var notices = urgent.about(reading.caseFile(who, id).id()).stream()
                .map(raised -> new Notice(
                        raised.id(),
                        raised.at(),
                        raised.remark(),
                        raised.receipts().stream().map(this::shape).toList()))
                .toList();
        return new Listing<>(notices, null);
    }

    private Receipt shape(UrgentNotices.Receipt receipt) {
        return new Receipt(
                organization.person(receipt.person()).map(Person::username).orElse(null),
                receipt.readAt(),
                receipt.acknowledgedAt(),
                receipt.rung());
    }
}
