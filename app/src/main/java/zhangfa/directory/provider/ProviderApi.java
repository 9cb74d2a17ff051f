package zhangfa.directory.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Outside systems, for programs. */
@RestController
@RequestMapping("/api/v1/providers")
class ProviderApi {

    private final ProviderDesk desk;
    private final Providers providers;

    ProviderApi(ProviderDesk desk, Providers providers) {
        this.desk = desk;
        this.providers = providers;
    }

    /** A provider as the API takes it; {@code settings} are the kind's fields, {@code secret} is never told back. */
    record Body(
            @Nullable String key,
            @Nullable String kind,
            @Nullable Map<String, String> labels,
            @Nullable Boolean enabled,
            @Nullable List<String> matching,
            @Nullable Map<String, String> settings,
            @Nullable String secret) {

        Wish wish() {
            return new Wish(
                    Objects.requireNonNullElse(key, ""),
                    Objects.requireNonNullElse(kind, ""),
                    texts(labels),
                    Objects.requireNonNullElse(enabled, true),
                    matching == null
                            ? List.of()
                            : matching.stream().map(String::valueOf).toList(),
                    texts(settings),
                    Objects.requireNonNullElse(secret, ""));
        }

        /** A field that is null is a field that is not said. */
        private static Map<String, String> texts(@Nullable Map<String, String> given) {
            return given == null
                    ? Map.of()
                    : given.entrySet().stream()
                            .filter(entry -> Objects.nonNull(entry.getValue()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** A provider as the API tells it. */
    record Line(
            UUID id,
            String key,
            String kind,
            Map<String, String> labels,
            boolean enabled,
            List<String> matching,
            Map<String, String> settings,
            boolean hasSecret,
            Instant changedAt) {

        static Line of(Provider provider) {
            return new Line(
                    provider.id(),
                    provider.key(),
                    provider.kind().key(),
                    provider.labels(),
                    provider.enabled(),
                    provider.matching().stream().map(Match::key).sorted().toList(),
                    provider.settings(),
                    provider.hasSecret(),
                    provider.changedAt());
        }
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    Listing<Line> list() {
        return new Listing<>(providers.all().stream().map(Line::of).toList(), null);
    }

    @PostMapping
    @May(Permission.SYSTEM_OPERATE)
    @ResponseStatus(HttpStatus.CREATED)
    Line add(@RequestBody Body body, Account who) {
        return Line.of(desk.withId(desk.add(body.wish(), who)));
    }

    /** Replaces everything but key and kind; without a {@code secret} the one that is kept stays. */
    @PutMapping("/{id}")
    @May(Permission.SYSTEM_OPERATE)
    Line change(@PathVariable UUID id, @RequestBody Body body, Account who) {
        desk.change(id, body.wish(), who);
        return Line.of(desk.withId(id));
    }

    /** Answers 204 where the provider answers, else 409 with what to do. */
    @PostMapping("/{id}/actions/test")
    @May(Permission.SYSTEM_OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(@PathVariable UUID id) {
        desk.test(id);
    }

    @DeleteMapping("/{id}")
    @May(Permission.SYSTEM_OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Account who) {
        desk.remove(id, who);
    }
}
