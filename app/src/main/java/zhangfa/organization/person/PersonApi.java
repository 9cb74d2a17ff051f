package zhangfa.organization.person;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** People, by their usernames. */
@RestController
class PersonApi {

    private final PersonRows rows;
    private final Organization organization;

    PersonApi(PersonRows rows, Organization organization) {
        this.rows = rows;
        this.organization = organization;
    }

    /** A person as the API shows them: the unit by its key. */
    record PersonView(
            String username,
            String name,
            @Nullable String unit,
            @Nullable String position,
            String level,
            boolean active) {}

    @GetMapping("/api/v1/organization/people")
    @SignedIn
    Listing<PersonView> people(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count) {
        return rows.list(q, Window.of(size, after, count)).map(this::view);
    }

    private PersonView view(PersonRow row) {
        return new PersonView(
                row.username(),
                row.name(),
                organization.unit(row.unit()).map(Unit::key).orElse(null),
                row.position(),
                row.level(),
                row.active());
    }
}
