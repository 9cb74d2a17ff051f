package zhangfa.directory.link;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.identity.Permission;

/** Outside identities, for programs: one's own, and everybody's for the administrator. Somebody is named by username. */
@RestController
class IdentityApi {

    private final Identities identities;
    private final Links links;
    private final LinkDesk desk;
    private final Accounts accounts;

    IdentityApi(Identities identities, Links links, LinkDesk desk, Accounts accounts) {
        this.identities = identities;
        this.links = links;
        this.desk = desk;
        this.accounts = accounts;
    }

    /** {@code subject} is the provider's own id of the person. */
    record Body(@Nullable UUID provider, @Nullable String subject) {}

    @GetMapping("/api/v1/me/identities")
    @SignedIn
    Listing<Identity> own(Account account, Locale language) {
        return new Listing<>(identities.of(account.id(), language), null);
    }

    @DeleteMapping("/api/v1/me/identities/{provider}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlinkOwn(@PathVariable UUID provider, Account account) {
        links.unlink(provider, account.id(), account.id());
    }

    @GetMapping("/api/v1/accounts/{username}/identities")
    @May(Permission.ACCOUNT_MANAGE)
    Listing<Identity> of(@PathVariable String username, Locale language) {
        return new Listing<>(identities.of(named(username), language), null);
    }

    @PostMapping("/api/v1/accounts/{username}/identities")
    @May(Permission.ACCOUNT_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    Listing<Identity> link(@PathVariable String username, @RequestBody Body body, Account who, Locale language) {
        var account = named(username);
        var provider = body.provider();
        if (provider == null) {
            throw Refusal.invalid("/provider", "{form.required}");
        }
        desk.link(account, provider, Objects.requireNonNullElse(body.subject(), ""), who);
        return new Listing<>(identities.of(account, language), null);
    }

    @DeleteMapping("/api/v1/accounts/{username}/identities/{provider}")
    @May(Permission.ACCOUNT_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable String username, @PathVariable UUID provider, Account who) {
        desk.unlink(named(username), provider, who);
    }

    private UUID named(String username) {
        return accounts.named(username).map(Account::id).orElseThrow(Refusal::notThere);
    }
}
