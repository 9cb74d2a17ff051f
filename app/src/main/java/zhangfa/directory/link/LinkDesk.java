package zhangfa.directory.link;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.directory.provider.Providers;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;

/** Where administrators link accounts of others by hand. */
@Component
class LinkDesk {

    private static final int LONGEST = 200;

    private final Links links;
    private final Accounts accounts;
    private final Providers providers;

    LinkDesk(Links links, Accounts accounts, Providers providers) {
        this.links = links;
        this.accounts = accounts;
        this.providers = providers;
    }

    void link(UUID account, UUID provider, String subject, Account who) {
        var known = accounts.withId(account).orElseThrow(Refusal::notThere);
        if (providers.withId(provider).isEmpty()) {
            throw Refusal.invalid("/provider", "{form.enum}");
        }
        if (subject.isBlank() || subject.length() > LONGEST) {
            throw Refusal.invalid("/subject", "{form.required}");
        }
        links.link(provider, new Outsider(subject.strip(), known.name(), null, null, null), account, who.id());
    }

    void unlink(UUID account, UUID provider, Account who) {
        links.unlink(provider, account, who.id());
    }
}
