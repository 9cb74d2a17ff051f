package zhangfa.calendar.almanac;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** Which calendars somebody may see: their own unit's, and every one for whoever manages the organisation. */
@Component
public class Sight {

    private final Almanacs almanacs;
    private final Organization organization;

    Sight(Almanacs almanacs, Organization organization) {
        this.almanacs = almanacs;
        this.organization = organization;
    }

    public Stream<StoredCalendar> all(Account who) {
        return mayEdit(who) ? almanacs.now().all() : Stream.of(own(who));
    }

    /** Not there, or not for them: the two are never told apart. */
    public StoredCalendar one(Account who, UUID id) {
        return all(who).filter(calendar -> calendar.id().equals(id)).findFirst().orElseThrow(Refusal::notThere);
    }

    /** The one by which this person works. */
    public StoredCalendar own(Account who) {
        return almanacs.now()
                .nearest(organization
                        .person(who.id())
                        .map(Person::unit)
                        .map(almanacs::lineOf)
                        .orElse(List.of()));
    }

    /** With everything that it inherits. */
    public BusinessCalendar whole(StoredCalendar calendar) {
        var unit = calendar.unit();
        return almanacs.now().calendar(unit == null ? List.of() : almanacs.lineOf(unit));
    }

    public static boolean mayEdit(Account who) {
        return who.may(Permission.ORGANIZATION_MANAGE);
    }
}
