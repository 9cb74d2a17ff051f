package zhangfa.work.overdue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Overdue;
import zhangfa.process.Overdue.By;
import zhangfa.process.Overdue.Late;
import zhangfa.process.Overdue.Tally;
import zhangfa.work.inbox.Rows;

/** Puts together what a board shows. */
@Component
class Boards {

    private final Overdue overdue;
    private final Organization organization;
    private final Rows rows;
    private final Words words;

    Boards(Overdue overdue, Organization organization, Rows rows, Words words) {
        this.overdue = overdue;
        this.organization = organization;
        this.rows = rows;
        this.words = words;
    }

    Board of(Account who, BoardFilter filter, @Nullable String after) {
        var people = overdue.tally(who, By.PERSON, filter.tasks());
        var tallies = filter.by() == By.PERSON ? people : overdue.tally(who, filter.by(), filter.tasks());
        var listing = page(who, filter, Window.of(null, after));
        var oldest = people.stream().map(Tally::oldest).min(Instant::compareTo);
        var unit = organization.person(who.id()).map(Person::unit);
        return new Board(
                filter,
                people.stream().mapToInt(Tally::count).sum(),
                people.size(),
                oldest.flatMap(at -> unit.map(own -> rows.left(at, own))).orElse(null),
                tallies.stream().map(tally -> bar(tally, tallies, filter)).toList(),
                listing.items(),
                listing.next() == null ? null : filter.after(listing.next()));
    }

    Listing<Board.Row> page(Account who, BoardFilter filter, Window window) {
        return overdue.list(who, filter.tasks(), window).map(late -> row(late, who));
    }

    private static Board.Bar bar(Tally tally, List<Tally> all, BoardFilter filter) {
        return new Board.Bar(
                tally.name(),
                tally.count(),
                all.getFirst().count(),
                tally.oldest(),
                tally.key().isEmpty() ? null : filter.at(tally.key()));
    }

    private Board.Row row(Late late, Account who) {
        return new Board.Row(
                late.task(),
                of(late, Late.Of::id).orElse(null),
                of(late, Late.Of::title).orElseGet(() -> words.say("{work.overdue.elsewhere}")),
                of(late, Late.Of::number).orElse(""),
                late.processName(),
                late.articles(),
                late.stepName() == null ? words.say("{process.step.initiator}") : late.stepName(),
                rows.name(late.person()),
                organization
                        .person(late.person())
                        .map(person -> rows.unit(person.unit()))
                        .orElse("—"),
                late.seats().contains(who.id()),
                rows.left(late.dueAt(), late.unit()));
    }

    private static <T> Optional<T> of(Late late, Function<Late.Of, T> part) {
        return Optional.ofNullable(late.of()).map(part);
    }
}
