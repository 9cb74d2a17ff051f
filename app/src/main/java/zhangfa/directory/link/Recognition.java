package zhangfa.directory.link;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.directory.provider.Match;
import zhangfa.directory.provider.Provider;
import zhangfa.identity.Account;
import zhangfa.identity.AccountDesk;
import zhangfa.identity.Accounts;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;

/**
 * Knows whose account an outsider has. Who is linked is known by the link alone; who is not is recognised by what the
 * administrator allows, if that points at exactly one account, and never at one that looks after accounts. Nothing here
 * makes accounts or gives rights.
 */
@Component
public class Recognition {

    private final Links links;
    private final Accounts accounts;
    private final AccountDesk desk;
    private final Organization organization;

    Recognition(Links links, Accounts accounts, AccountDesk desk, Organization organization) {
        this.links = links;
        this.accounts = accounts;
        this.desk = desk;
        this.organization = organization;
    }

    /** The account, active or shut; one that was only invited becomes active. */
    @Transactional
    public Optional<Account> recognised(Provider provider, Outsider outsider) {
        var linked = links.account(provider.id(), outsider.subject());
        var account = linked.or(() -> matched(provider, outsider));
        if (account.isPresent()) {
            if (linked.isEmpty()) {
                links.link(provider.id(), outsider, account.get(), null);
            }
            links.used(provider.id(), outsider.subject());
            desk.activate(account.get());
        }
        return account.flatMap(accounts::withId);
    }

    private Optional<UUID> matched(Provider provider, Outsider outsider) {
        if (provider.matching().isEmpty()) {
            return Optional.empty();
        }
        var reach = new Reach(organization.contacts());
        var found = Stream.of(
                        byUsername(provider, outsider),
                        provider.matches(Match.EMAIL) ? reach.byEmail(outsider.email()) : Optional.<UUID>empty(),
                        provider.matches(Match.PHONE) ? reach.byPhone(outsider.phone()) : Optional.<UUID>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().filter(this::mayBeRecognised).findFirst() : Optional.empty();
    }

    private Optional<UUID> byUsername(Provider provider, Outsider outsider) {
        var username = outsider.username();
        return username == null || !provider.matches(Match.USERNAME)
                ? Optional.empty()
                : accounts.named(username.toLowerCase(Locale.ROOT)).map(Account::id);
    }

    private boolean mayBeRecognised(UUID account) {
        return accounts.withId(account)
                .filter(known -> !known.may(Permission.ACCOUNT_MANAGE))
                .isPresent();
    }
}
