package zhangfa.rulebook.acknowledgement;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.notification.Message;
import zhangfa.notification.Notifications;
import zhangfa.notification.Urgency;
import zhangfa.organization.Organization;
import zhangfa.rulebook.difference.Change;
import zhangfa.rulebook.difference.Difference;
import zhangfa.rulebook.edition.EditionPublished;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Editions;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.rulebook.regulation.Provisions;

/** Asks people to read what was published, takes in that they have, and reminds those who have not. */
@Component
@Transactional
class AcknowledgementDesk {

    static final String KIND = "rulebook.reading";

    private final Askings askings;
    private final Editions editions;
    private final Provisions provisions;
    private final Organization organization;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    AcknowledgementDesk(
            Askings askings,
            Editions editions,
            Provisions provisions,
            Organization organization,
            Notifications notifications,
            ApplicationEventPublisher events) {
        this.askings = askings;
        this.editions = editions;
        this.provisions = provisions;
        this.organization = organization;
        this.notifications = notifications;
        this.events = events;
    }

    /** In the transaction of the publication: nothing is published that nobody is asked to read. */
    @EventListener
    void on(EditionPublished published) {
        var edition = editions.find(published.edition()).orElseThrow();
        askings.dropOlder(edition.regulation(), edition.id());
        ask(edition, edition.head().scope().people(organization));
    }

    /** Asks whoever has come into the scope of what is in force since it was published. */
    void askLatecomers() {
        editions.inForce()
                .forEach(edition -> ask(edition, edition.head().scope().people(organization)));
    }

    void acknowledge(UUID edition, UUID who) {
        if (askings.find(edition, who).isEmpty()) {
            throw Refusal.notThere();
        }
        if (askings.read(edition, who)) {
            events.publishEvent(new EditionAcknowledged(edition, who));
        }
    }

    /** Somebody reminds all who have not read it; tells how many. */
    int remind(Edition edition) {
        var open = askings.readers(edition.id()).stream()
                .filter(Asking::isOpen)
                .map(Asking::person)
                .toList();
        tell(edition, open, "rulebook.reading.reminded");
        return open.size();
    }

    /** Reminds of what was asked this many days ago. */
    void remind(int reminders, int days) {
        askings.toRemind(reminders, days)
                .forEach((edition, people) ->
                        editions.find(edition).ifPresent(found -> tell(found, people, "rulebook.reading.reminded")));
    }

    private void ask(Edition edition, Set<UUID> people) {
        var asked = new HashSet<UUID>();
        askings.byLastRead(edition.regulation(), people).forEach((last, group) -> {
            var wanted = wanted(edition, last.orElse(null));
            if (!wanted.isEmpty()) {
                asked.addAll(askings.ask(edition.id(), group, wanted, last.isPresent()));
            }
        });
        tell(edition, asked, "rulebook.reading.asked");
    }

    /** What somebody has to read who knows this edition, or none. */
    private List<UUID> wanted(Edition edition, @Nullable UUID known) {
        if (edition.id().equals(known)) {
            return List.of();
        }
        var before = known == null ? List.<Provision>of() : provisions.of(known);
        return Difference.between(before, provisions.of(edition.id())).changes().stream()
                .filter(Change::asksToBeRead)
                .map(change -> change.provision().id())
                .toList();
    }

    private void tell(Edition edition, Collection<UUID> people, String words) {
        if (!people.isEmpty()) {
            notifications.send(new Message(
                    KIND,
                    Set.copyOf(people),
                    words,
                    List.of(edition.title(), edition.number()),
                    null,
                    edition.href(),
                    null,
                    Urgency.NORMAL,
                    List.of()));
        }
    }
}
