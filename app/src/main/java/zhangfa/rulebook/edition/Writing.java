package zhangfa.rulebook.edition;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
import zhangfa.rulebook.regulation.Editions;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.rulebook.regulation.Provisions;

/** Writes a draft edition. Of two people who change the same thing the first one wins, and the other is told. */
@Component
@Transactional
class Writing {

    private final Editions editions;
    private final Provisions provisions;
    private final Organization organization;
    private final ApplicationEventPublisher events;

    Writing(Editions editions, Provisions provisions, Organization organization, ApplicationEventPublisher events) {
        this.editions = editions;
        this.provisions = provisions;
        this.organization = organization;
        this.events = events;
    }

    void head(UUID edition, HeadForm form, UUID who) {
        var units = organization.units().map(Unit::key).collect(Collectors.toSet());
        var head = form.head(units, Set.copyOf(organization.positions().keySet()));
        if (!editions.write(edition, form.revision(), head)) {
            throw late(edition, "{rulebook.edition.changed-meanwhile}");
        }
        events.publishEvent(new EditionWritten(edition, form.revision() + 1, who));
    }

    void provision(UUID edition, UUID id, ProvisionForm form, UUID who) {
        if (!provisions.write(edition, form.provision(id))) {
            throw late(edition, "{rulebook.provision.changed-meanwhile}");
        }
        events.publishEvent(new ProvisionWritten(edition, id, who));
    }

    /** An empty article behind another one. */
    UUID add(UUID edition, UUID after, UUID who) {
        draft(edition);
        var before = provisions.find(edition, after).orElseThrow(Refusal::notThere);
        var added = EditionDesk.empty(provisions.placeAfter(edition, before.place()));
        provisions.add(edition, List.of(added));
        events.publishEvent(new ProvisionWritten(edition, added.id(), who));
        return added.id();
    }

    void remove(UUID edition, UUID id, int revision, UUID who) {
        draft(edition);
        if (provisions.of(edition).stream().map(Provision::id).noneMatch(id::equals)) {
            throw Refusal.notThere();
        }
        if (provisions.of(edition).size() == 1) {
            throw Refusal.conflict("{rulebook.provision.last}");
        }
        if (!provisions.remove(edition, id, revision)) {
            throw late(edition, "{rulebook.provision.changed-meanwhile}");
        }
        events.publishEvent(new ProvisionRemoved(edition, id, who));
    }

    private void draft(UUID edition) {
        if (!editions.lock(edition).orElseThrow(Refusal::notThere).isDraft()) {
            throw Refusal.conflict("{rulebook.edition.no-draft}");
        }
    }

    /** Why nothing was written. */
    private Refusal late(UUID edition, String changed) {
        return editions.find(edition)
                .map(found -> Refusal.conflict(found.isDraft() ? changed : "{rulebook.edition.no-draft}"))
                .orElseGet(Refusal::notThere);
    }
}
