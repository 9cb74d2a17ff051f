package zhangfa.notification.endpoint;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Webhooks and robots, for programs. */
@RestController
@RequestMapping("/api/v1/endpoints")
class EndpointApi {

    private final Endpoints endpoints;

    EndpointApi(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** {@code format} is cloudevents, dingtalk, wecom or feishu; {@code secret} is the robot's, where it signs. */
    record Wish(
            @Nullable String name,
            @Nullable String format,
            @Nullable String url,
            @Nullable String secret,
            @Nullable List<String> kinds) {

        NewEndpoint endpoint() {
            return new NewEndpoint(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(format, ""),
                    Objects.requireNonNullElse(url, ""),
                    Objects.requireNonNullElse(secret, ""),
                    Objects.requireNonNullElse(kinds, List.of()));
        }
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    Listing<Endpoint> list() {
        return new Listing<>(endpoints.living(), null);
    }

    /** Tells the secret of a webhook this once. */
    @PostMapping
    @May(Permission.SYSTEM_OPERATE)
    @ResponseStatus(HttpStatus.CREATED)
    Endpoints.Made add(@RequestBody Wish wish, Account who) {
        return endpoints.add(wish.endpoint(), who);
    }

    @DeleteMapping("/{id}")
    @May(Permission.SYSTEM_OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Account who) {
        endpoints.remove(id, who);
    }
}
