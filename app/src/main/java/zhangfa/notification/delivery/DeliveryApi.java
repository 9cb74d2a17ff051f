package zhangfa.notification.delivery;

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
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** The delivery log, for programs. */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveryApi {

    private final Deliveries deliveries;

    DeliveryApi(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** A line of the log as the API tells it. */
    record Line(
            UUID id,
            String kind,
            String channel,
            String address,
            String status,
            int attempts,
            @Nullable String trouble,
            java.time.Instant madeAt,
            java.time.@Nullable Instant sentAt) {

        static Line of(Delivery one) {
            return new Line(
                    one.id(),
                    one.kind(),
                    one.channel(),
                    one.address(),
                    one.status(),
                    one.attempts(),
                    one.trouble(),
                    one.madeAt(),
                    one.sentAt());
        }
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    Listing<Line> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        if (status != null && !Delivery.STATUSES.contains(status)) {
            throw Refusal.invalid("/status", "{form.enum}");
        }
        return deliveries.list(status, Window.of(size, after)).map(Line::of);
    }

    @PostMapping("/{id}/actions/retry")
    @May(Permission.SYSTEM_OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable UUID id, Account who) {
        deliveries.retry(id, who);
    }
}
