package zhangfa.rulebook.occurrence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.file.Files;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.notification.Message;
import zhangfa.notification.Notifications;
import zhangfa.notification.Urgency;

/** Where people say what they have done, and others verify it. */
@Component
@Transactional
public class OccurrenceDesk {

    private static final int LONGEST_NOTE = 2000;

    private final Occurrences occurrences;
    private final Holders holders;
    private final Proving proving;
    private final Files files;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OccurrenceDesk(
            Occurrences occurrences,
            Holders holders,
            Proving proving,
            Files files,
            Notifications notifications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.occurrences = occurrences;
        this.holders = holders;
        this.proving = proving;
        this.files = files;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /** As it stands now; refused as not there for who has nothing to do with it. */
    public Occurrence seen(UUID id, Account who) {
        proving.look();
        return occurrences
                .find(id)
                .filter(one -> seesAll(who) || concerns(one, who.id()))
                .orElseThrow(Refusal::notThere);
    }

    public boolean mayDo(Occurrence one, Account who) {
        return one.isOpen() && one.uploaded() && holders.actsFor(who.id(), one.owners());
    }

    public boolean mayVerify(Occurrence one, Account who) {
        return one.waitsForVerification()
                && !who.id().equals(one.doneBy())
                && holders.actsFor(who.id(), one.verifiers());
    }

    /**
     * Somebody who has it to do has done it.
     *
     * @param evidence ids of their own files
     */
    public void done(UUID id, @Nullable String note, List<UUID> evidence, Account who) {
        var one = seen(id, who);
        if (one.isOpen() && !one.uploaded()) {
            throw Refusal.conflict("{rulebook.occurrence.proved-otherwise}");
        }
        if (!holders.actsFor(who.id(), one.owners())) {
            throw Refusal.notAllowed();
        }
        check(note, evidence, who);
        if (!occurrences.done(id, clock.instant(), who.id(), null, note == null ? "" : note.strip())) {
            throw Refusal.conflict("{rulebook.occurrence.done-already}");
        }
        files.attach(evidence, id);
        events.publishEvent(new OccurrenceDone(id, one.obligation(), one.period(), who.id()));
        tell("rulebook.occurrence.to-verify", Set.copyOf(one.verifiers()), one, null);
    }

    /** Somebody else has looked at it. */
    public void verify(UUID id, Account who) {
        var one = verifiable(id, who);
        if (!occurrences.verified(id, clock.instant(), who.id())) {
            throw Refusal.conflict("{rulebook.occurrence.not-to-verify}");
        }
        events.publishEvent(new OccurrenceVerified(id, one.obligation(), one.period(), true, who.id()));
    }

    /** It does not do: it is open again, and whoever did it hears why. */
    public void giveBack(UUID id, @Nullable String reason, Account who) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("/reason", "{rulebook.occurrence.reason-missing}");
        }
        var one = verifiable(id, who);
        if (!occurrences.reopened(id)) {
            throw Refusal.conflict("{rulebook.occurrence.not-to-verify}");
        }
        events.publishEvent(new OccurrenceVerified(id, one.obligation(), one.period(), false, who.id()));
        tell("rulebook.occurrence.given-back", new HashSet<>(one.owners()), one, reason.strip());
    }

    private Occurrence verifiable(UUID id, Account who) {
        var one = seen(id, who);
        if (!one.waitsForVerification()) {
            throw Refusal.conflict("{rulebook.occurrence.not-to-verify}");
        }
        if (!mayVerify(one, who)) {
            throw Refusal.notAllowed();
        }
        return one;
    }

    private void check(@Nullable String note, List<UUID> evidence, Account who) {
        var faults = new ArrayList<Fault>();
        if ((note == null || note.isBlank()) && evidence.isEmpty()) {
            faults.add(new Fault("/note", "{rulebook.occurrence.note-missing}"));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add(new Fault("/note", "{rulebook.draft.too-long|" + LONGEST_NOTE + "}"));
        }
        var own = files.find(evidence).stream()
                .filter(file -> file.owner().equals(who.id()))
                .count();
        if (own < new HashSet<>(evidence).size()) {
            faults.add(new Fault("/files", "{rulebook.occurrence.no-such-file}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private void tell(String words, Set<UUID> people, Occurrence one, @Nullable String remark) {
        notifications.send(new Message(
                OccurrenceTidings.KIND,
                people,
                words,
                List.of(Message.inEachLanguage(one.title()::in), one.period()),
                remark,
                one.href(),
                null,
                Urgency.NORMAL,
                List.of()));
    }

    static boolean seesAll(Account who) {
        return who.may(Permission.RULEBOOK_MANAGE) || who.may(Permission.CASE_INSPECT);
    }

    boolean concerns(Occurrence one, UUID who) {
        return holders.actsFor(who, one.owners())
                || holders.actsFor(who, one.verifiers())
                || holders.under(who).stream().anyMatch(one.owners()::contains);
    }
}
