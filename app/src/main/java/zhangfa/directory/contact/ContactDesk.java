package zhangfa.directory.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.directory.ContactsTaken;
import zhangfa.directory.link.Links;
import zhangfa.directory.link.Outsider;
import zhangfa.directory.platform.Contacts;
import zhangfa.directory.platform.Platform;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Trouble;
import zhangfa.identity.Account;
import zhangfa.identity.AccountDesk;
import zhangfa.organization.Contact;
import zhangfa.organization.Intake;

/** Takes a platform's contacts in: all of them or nothing. Done again, it changes nothing. */
@Component
class ContactDesk {

    private final Map<Kind, Platform> platforms;
    private final Presence presence;
    private final Departments departments;
    private final Links links;
    private final Intake intake;
    private final AccountDesk accounts;
    private final ApplicationEventPublisher events;

    ContactDesk(
            List<Platform> platforms,
            Presence presence,
            Departments departments,
            Links links,
            Intake intake,
            AccountDesk accounts,
            ApplicationEventPublisher events) {
        this.platforms = platforms.stream().collect(Collectors.toMap(Platform::kind, Function.identity()));
        this.presence = presence;
        this.departments = departments;
        this.links = links;
        this.intake = intake;
        this.accounts = accounts;
        this.events = events;
    }

    /** What the platform says now. @throws Refusal {@code CONFLICT} with what it has against it */
    Contacts fetch(Provider provider) {
        var platform = platforms.get(provider.kind());
        if (platform == null) {
            throw Refusal.notThere();
        }
        try {
            var contacts = platform.contacts(provider);
            if (contacts.members().isEmpty()) {
                throw Refusal.conflict("{directory.contact.nobody}");
            }
            return contacts;
        } catch (Trouble trouble) {
            throw Refusal.conflict(trouble.words());
        }
    }

    Plan plan(Provider provider, Contacts contacts) {
        return new Planning(presence.now(provider.id())).plan(contacts);
    }

    /**
     * Does what the plan of now says.
     *
     * @param ending those of the leavers whose accounts are shut; nobody else's are
     */
    @Transactional
    public Plan take(Provider provider, Contacts contacts, Set<UUID> ending, Account who) {
        departments.lock(provider.id());
        var plan = plan(provider, contacts);
        var units = takeUnits(provider.id(), plan.units(), who.id());
        plan.people().stream()
                .filter(step -> step.unclear() == null)
                .forEach(step -> take(provider.id(), step, units, who.id()));
        var ended = plan.leavers().stream()
                .map(Leaver::account)
                .filter(ending::contains)
                .toList();
        ended.forEach(account -> accounts.deactivate(account, who.id()));
        if (!plan.differences().isEmpty() || !ended.isEmpty()) {
            events.publishEvent(new ContactsTaken(
                    provider.id(),
                    plan.changedUnits(),
                    plan.count(Difference.Kind.JOIN),
                    plan.count(Difference.Kind.UPDATE),
                    ended.size(),
                    who.id()));
        }
        return plan;
    }

    /** Units by department, once each exists. */
    private Map<String, UUID> takeUnits(UUID provider, List<UnitStep> steps, UUID who) {
        var units = new HashMap<String, UUID>();
        for (var step : steps) {
            var department = step.department();
            var parent = units.getOrDefault(String.valueOf(department.parent()), presence.top());
            var unit = step.unit() == null ? intake.found(department.name(), parent, who) : step.unit();
            if (step.renamed()) {
                intake.rename(unit, department.name(), who);
            }
            if (step.moved()) {
                intake.move(unit, parent, who);
            }
            if (!step.linked()) {
                departments.link(provider, department.id(), unit);
            }
            units.put(department.id(), unit);
        }
        return units;
    }

    private void take(UUID provider, PersonStep step, Map<String, UUID> units, UUID who) {
        var member = step.member();
        var unit = units.getOrDefault(member.department(), presence.top());
        var contact = new Contact(member.email(), member.phone());
        var person = step.person() == null
                ? intake.join(new Intake.Newcomer(step.username(), member.name(), unit, contact), who)
                : step.person();
        if (step.described()) {
            intake.describe(person, member.name(), contact, who);
        }
        if (step.moved()) {
            intake.assign(person, unit, who);
        }
        if (!step.linked()) {
            links.link(provider, new Outsider(member.subject(), member.name(), null, null, null), person, who);
        }
    }
}
