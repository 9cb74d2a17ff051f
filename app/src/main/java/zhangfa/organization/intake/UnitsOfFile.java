package zhangfa.organization.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
import zhangfa.organization.unit.UnitDesk;
import zhangfa.organization.unit.UnitKeys;

/** The units that a staff file names: those of today by their names, the others founded where the file says. */
@Component
class UnitsOfFile {

    private final Organization organization;
    private final UnitDesk desk;

    UnitsOfFile(Organization organization, UnitDesk desk) {
        this.organization = organization;
        this.desk = desk;
    }

    /** Ids by name, once every named unit exists. */
    Map<String, UUID> found(List<StaffRow> rows, UUID who) {
        var ids = new HashMap<String, UUID>();
        organization.units().forEach(unit -> ids.put(unit.name(), unit.id()));
        var missing = new LinkedHashMap<String, String>();
        for (var row : rows) {
            if (!ids.containsKey(row.unit())) {
                missing.merge(row.unit(), row.parent(), (known, other) -> known.isEmpty() ? other : known);
            }
        }
        var top = top();
        while (!missing.isEmpty()) {
            var ready = missing.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty() || ids.containsKey(entry.getValue()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("/file", "{organization.unit-cycle}"));
            var parent = ready.getValue().isEmpty() ? top.id() : Objects.requireNonNull(ids.get(ready.getValue()));
            ids.put(ready.getKey(), desk.found(UnitKeys.fresh(), ready.getKey(), parent, top.legalEntity(), who));
            missing.remove(ready.getKey());
        }
        return ids;
    }

    void appoint(Map<UUID, UUID> heads, UUID who) {
        heads.forEach((unit, person) -> {
            var present = organization.unit(unit).map(Unit::head).orElse(null);
            if (!person.equals(present)) {
                desk.appointHead(unit, person, who);
            }
        });
    }

    private Unit top() {
        return organization
                .units()
                .filter(unit -> unit.parent() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("{organization.company-first}"));
    }
}
