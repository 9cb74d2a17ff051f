package zhangfa.notification.announcement;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/**
 * Whom somebody may choose to address.
 *
 * @param everyone whether the whole company
 * @param units by id, as text, with their names
 * @param positions by key, with their names
 */
public record Scopes(boolean everyone, Map<String, String> units, Map<String, String> positions) {

    static Scopes of(Account who, Organization organization) {
        var everyone = who.may(Permission.ANNOUNCEMENT_PUBLISH);
        var own = organization.unitsUnder(who.id());
        var units = new LinkedHashMap<String, String>();
        organization
                .units()
                .filter(unit -> everyone || own.contains(unit.id()))
                .sorted(Comparator.comparing(Unit::position).thenComparing(Unit::name))
                .forEach(unit -> units.put(unit.id().toString(), unit.name()));
        var positions = everyone ? organization.positions() : Map.<String, String>of();
        return new Scopes(everyone, units, positions);
    }
}
