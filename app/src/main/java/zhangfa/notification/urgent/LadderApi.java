package zhangfa.notification.urgent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.notification.preference.Ladders;

/** How urgent notices climb, for programs. */
@RestController
@RequestMapping("/api/v1/notification-ladders")
class LadderApi {

    private final Ladders ladders;

    LadderApi(Ladders ladders) {
        this.ladders = ladders;
    }

    /** A kind with working minutes between rungs: {@code email}, {@code sms}, {@code endpoint}, {@code deputy}, {@code head}. */
    record Shape(String kind, int minutes, List<String> rungs) {}

    record Wish(@Nullable Integer minutes, @Nullable List<String> rungs) {}

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    Listing<Shape> list() {
        var shapes = ladders.all().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(ladder -> new Shape(
                        ladder.getKey(),
                        ladder.getValue().minutes(),
                        ladder.getValue().rungs()))
                .toList();
        return new Listing<>(shapes, null);
    }

    @PutMapping("/{kind}")
    @May(Permission.SYSTEM_OPERATE)
    Shape set(@PathVariable String kind, @RequestBody Wish wish, Account who) {
        ladders.set(
                kind,
                Objects.requireNonNullElse(wish.minutes(), 0),
                Objects.requireNonNullElse(wish.rungs(), List.of()),
                who);
        var ladder = ladders.of(kind).orElseThrow();
        return new Shape(kind, ladder.minutes(), ladder.rungs());
    }
}
