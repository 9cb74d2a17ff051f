package zhangfa.organization.unit;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/** The units of today, by their keys. */
@RestController
class UnitApi {

    private final Organization organization;

    UnitApi(Organization organization) {
        this.organization = organization;
    }

    /** A unit as the API shows it: other units by key, people by username. */
    record UnitView(
            String key,
            String name,
            @Nullable String parent,
            @Nullable String head,
            String legalEntity) {}

    @GetMapping("/api/v1/organization/units")
    @SignedIn
    Listing<UnitView> units(
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count) {
        var window = Window.of(size, after, count);
        var rows = organization
                .units()
                .sorted(Comparator.comparing(Unit::key))
                .filter(unit -> window.after() == null || unit.key().compareTo(window.after()) > 0)
                .limit(window.rows())
                .toList();
        return Listing.of(rows, window.size(), Unit::key)
                .counted(window, () -> organization.units().count())
                .map(this::view);
    }

    private UnitView view(Unit unit) {
        var parent = unit.parent();
        var head = unit.head();
        return new UnitView(
                unit.key(),
                unit.name(),
                parent == null ? null : organization.unit(parent).map(Unit::key).orElse(null),
                head == null
                        ? null
                        : organization.person(head).map(Person::username).orElse(null),
                unit.legalEntity());
    }
}
