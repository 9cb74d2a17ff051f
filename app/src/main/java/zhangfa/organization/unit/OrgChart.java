package zhangfa.organization.unit;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.PostLevel;
import zhangfa.organization.Unit;

/** Draws the organisation of today as a tree. */
@Component
class OrgChart {

    private static final Comparator<Person> BY_RANK = Comparator.comparing(
                    Person::level, Comparator.comparing(PostLevel::ordinal).reversed())
            .thenComparing(Person::username);

    private final Organization organization;

    OrgChart(Organization organization) {
        this.organization = organization;
    }

    List<ChartNode> roots() {
        return below(null);
    }

    ChartNode node(Unit unit) {
        var head = unit.head() == null ? null : organization.person(unit.head()).orElse(null);
        return new ChartNode(unit, head, members(unit), below(unit.id()));
    }

    private List<ChartNode> below(@Nullable UUID parent) {
        return organization
                .units()
                .filter(unit -> Objects.equals(unit.parent(), parent))
                .sorted(Comparator.comparing(Unit::position).thenComparing(Unit::key))
                .map(this::node)
                .toList();
    }

    private List<Person> members(Unit unit) {
        return organization
                .everybody()
                .filter(person -> person.active()
                        && person.unit().equals(unit.id())
                        && !person.id().equals(unit.head()))
                .sorted(BY_RANK)
                .toList();
    }
}
