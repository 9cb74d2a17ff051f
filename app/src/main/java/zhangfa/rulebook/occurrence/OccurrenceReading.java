package zhangfa.rulebook.occurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.file.FileGate;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.ui.Chore;
import zhangfa.ui.Chores;

/** What one may see of occurrences: who manages the rulebook or inspects all; others their own, heads those of their units. */
@Component
public class OccurrenceReading implements Chores, FileGate {

    private static final int MOST_OF_A_MONTH = 2000;

    private final Occurrences occurrences;
    private final OccurrenceDesk desk;
    private final Holders holders;
    private final Proving proving;
    private final Accounts accounts;
    private final ZoneId zone;

    OccurrenceReading(
            Occurrences occurrences,
            OccurrenceDesk desk,
            Holders holders,
            Proving proving,
            Accounts accounts,
            @Value("${zhangfa.zone}") ZoneId zone) {
        this.occurrences = occurrences;
        this.desk = desk;
        this.holders = holders;
        this.proving = proving;
        this.accounts = accounts;
        this.zone = zone;
    }

    /** Whatever of a month concerns the reader, as it stands now. */
    public List<OccurrenceRow> ofMonth(YearMonth month, @Nullable String standing, Account who) {
        proving.look();
        return occurrences.list(wanted(month, standing, who, null, MOST_OF_A_MONTH)).stream()
                .map(this::row)
                .toList();
    }

    Listing<OccurrenceRow> page(YearMonth month, @Nullable String standing, Window window, Account who) {
        if (standing != null && !standing.matches("due|late|missing|done|verified")) {
            throw Refusal.invalid("/standing", "{rulebook.control.choose}");
        }
        proving.look();
        var rows = occurrences.list(wanted(month, standing, who, window.afterId(), window.rows()));
        return Listing.of(rows, window.size(), one -> one.id().toString()).map(this::row);
    }

    public OccurrenceRow row(Occurrence one) {
        return new OccurrenceRow(
                one,
                one.dueAt().atZone(zone).toLocalDate(),
                holders.names(one.owners()),
                holders.unitName(one.unit()),
                Optional.ofNullable(one.doneBy())
                        .map(by -> holders.names(List.of(by)))
                        .orElse(""),
                Optional.ofNullable(one.verifiedBy())
                        .map(by -> holders.names(List.of(by)))
                        .orElse(""));
    }

    @Override
    public List<Chore> of(UUID person, Locale locale) {
        return occurrences.waitingFor(person).stream()
                .map(one -> new Chore(
                        one.title().in(locale), one.period(), one.href(), one.dueAt(), one.isOpen() && one.isLate()))
                .toList();
    }

    @Override
    public boolean maySee(UUID subject, UUID account) {
        return occurrences
                .find(subject)
                .filter(one -> desk.concerns(one, account)
                        || accounts.withId(account)
                                .filter(OccurrenceDesk::seesAll)
                                .isPresent())
                .isPresent();
    }

    private Occurrences.Wanted wanted(
            YearMonth month, @Nullable String standing, Account who, @Nullable UUID after, int rows) {
        return new Occurrences.Wanted(
                start(month.atDay(1)),
                start(month.plusMonths(1).atDay(1)),
                OccurrenceDesk.seesAll(who) ? null : holders.under(who.id()),
                standing,
                after,
                rows);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
