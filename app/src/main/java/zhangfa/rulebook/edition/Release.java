package zhangfa.rulebook.edition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.identity.Accounts;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.process.FlowAction;
import zhangfa.process.Moment;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Editions;
import zhangfa.rulebook.regulation.Provisions;

/** What the process of a release has the rulebook do: take the edition into review, publish it, or give it back. */
@Component
@Transactional
class Release {

    static final String PROCESS = "regulation-release";

    private final Editions editions;
    private final Provisions provisions;
    private final Accounts accounts;
    private final Organization organization;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Release(
            Editions editions,
            Provisions provisions,
            Accounts accounts,
            Organization organization,
            ApplicationEventPublisher events,
            Clock clock) {
        this.editions = editions;
        this.provisions = provisions;
        this.accounts = accounts;
        this.organization = organization;
        this.events = events;
        this.clock = clock;
    }

    /** An edition is handed in, for the first time or again. */
    @FlowAction("rulebook.hand-in")
    Map<String, Object> handIn(Moment moment) {
        var who = accounts.withId(moment.initiator()).orElseThrow(Refusal::notAllowed);
        var edition = editions.lock(edition(moment)).filter(found -> who.may(Permission.RULEBOOK_MANAGE));
        var found = edition.orElseThrow(() -> Refusal.invalid("/form/edition", "{rulebook.release.which}"));
        if (!found.isDraft() || (found.caseId() != null && !found.caseId().equals(moment.caseId()))) {
            throw Refusal.conflict("{rulebook.edition.no-draft}");
        }
        checkComplete(found);
        editions.review(found.id(), moment.caseId());
        return Map.of("regulation", found.regulation().toString(), "edition_number", found.number());
    }

    /** The case has ended: the edition is published, or a draft again. */
    @FlowAction("rulebook.release")
    void end(Moment moment) {
        var edition =
                editions.lock(edition(moment)).filter(found -> moment.caseId().equals(found.caseId()));
        if (edition.isEmpty()) {
            return;
        }
        if ("completed".equals(moment.ending())) {
            publish(edition.get(), moment);
        } else {
            editions.review(edition.get().id(), null);
        }
    }

    /** What goes with an edition into its case: what it is, and what reviewers have to look at. */
    Map<String, Object> form(Edition edition) {
        checkComplete(edition);
        var form = new LinkedHashMap<String, Object>();
        form.put("title", edition.title());
        form.put("edition", edition.href());
        form.put("effective_from", String.valueOf(edition.head().effectiveFrom()));
        form.put("reason", edition.head().reason());
        return form;
    }

    private void publish(Edition edition, Moment moment) {
        var today = LocalDate.now(clock);
        var asked = edition.head().effectiveFrom();
        // Nobody can have kept a rule before it was published.
        var from = asked == null || asked.isBefore(today) ? today : asked;
        var people = edition.head().scope().people(organization);
        editions.publish(edition.id(), from, people);
        events.publishEvent(new EditionPublished(
                edition.id(),
                edition.regulation(),
                edition.title(),
                edition.number(),
                from,
                people.size(),
                moment.actor()));
    }

    private void checkComplete(Edition edition) {
        var head = edition.head();
        if (head.effectiveFrom() == null) {
            throw Refusal.invalid("/effective_from", "{rulebook.release.no-day}");
        }
        if (head.owner().isEmpty()) {
            throw Refusal.invalid("/owner", "{rulebook.release.no-owner}");
        }
        if (head.reason().isBlank()) {
            throw Refusal.invalid("/reason", "{rulebook.release.no-reason}");
        }
        if (head.scope().people(organization).isEmpty()) {
            throw Refusal.invalid("/units", "{rulebook.release.nobody}");
        }
        var empty = provisions.of(edition.id()).stream()
                .filter(provision -> (provision.title() + provision.text()).isBlank())
                .count();
        if (empty > 0) {
            throw Refusal.invalid("/provisions", "{rulebook.release.empty|" + empty + "}");
        }
    }

    private static UUID edition(Moment moment) {
        var href = String.valueOf(moment.form().get("edition"));
        try {
            return UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("/form/edition", "{rulebook.release.which}");
        }
    }
}
