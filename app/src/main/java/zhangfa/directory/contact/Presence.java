package zhangfa.directory.contact;

import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.directory.link.Links;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** The organisation as it is now, for comparing contacts with it. */
@Component
class Presence {

    private final Organization organization;
    private final Accounts accounts;
    private final Links links;
    private final Departments departments;

    Presence(Organization organization, Accounts accounts, Links links, Departments departments) {
        this.organization = organization;
        this.accounts = accounts;
        this.links = links;
        this.departments = departments;
    }

    Planning.Present now(UUID provider) {
        return new Planning.Present(
                organization.units().toList(),
                organization.everybody().toList(),
                organization.contacts(),
                departments.of(provider),
                links.of(provider),
                accounts.all().stream()
                        .filter(account -> account.may(Permission.ACCOUNT_MANAGE))
                        .map(Account::id)
                        .collect(Collectors.toSet()),
                accounts.all().stream().map(Account::username).collect(Collectors.toSet()));
    }

    UUID top() {
        return organization
                .units()
                .filter(unit -> unit.parent() == null)
                .findFirst()
                .map(Unit::id)
                .orElseThrow(() -> Refusal.conflict("{organization.company-first}"));
    }
}
