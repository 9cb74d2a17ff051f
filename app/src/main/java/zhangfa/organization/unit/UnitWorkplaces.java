package zhangfa.organization.unit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.identity.Workplaces;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** Tells identity what it shows of the organisation. */
@Component
class UnitWorkplaces implements Workplaces {

    private final Organization organization;
    private final OrgChart chart;

    UnitWorkplaces(Organization organization, OrgChart chart) {
        this.organization = organization;
        this.chart = chart;
    }

    @Override
    public Optional<String> unitOf(UUID account) {
        return organization
                .person(account)
                .flatMap(person -> organization.unit(person.unit()))
                .map(Unit::name);
    }

    @Override
    public Map<UUID, String> units() {
        var names = new LinkedHashMap<UUID, String>();
        chart.roots().forEach(root -> collect(root, names));
        return names;
    }

    private static void collect(ChartNode node, Map<UUID, String> names) {
        names.put(node.unit().id(), node.unit().name());
        node.children().forEach(child -> collect(child, names));
    }
}
