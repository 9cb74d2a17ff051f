package zhangfa.organization.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** Who stands in for a person, now and later; people by their usernames, days as they are in the company's zone. */
@RestController
@RequestMapping("/api/v1/organization/people/{username}/deputies")
class DeputyApi {

    private final DeputyDesk desk;
    private final PersonRows rows;
    private final Organization organization;

    DeputyApi(DeputyDesk desk, PersonRows rows, Organization organization) {
        this.desk = desk;
        this.rows = rows;
        this.organization = organization;
    }

    /** {@code scope} is the key of a process; {@code *} stands for everything. {@code through} is the last day. */
    record Deputy(
            UUID id,
            String deputy,
            String scope,
            LocalDate from,
            @Nullable LocalDate through) {}

    /** Without a scope it is everything. */
    record Wish(
            @Nullable String deputy,
            @Nullable String scope,
            @Nullable LocalDate from,
            @Nullable LocalDate through) {

        DeputyDesk.Wish whole() {
            if (deputy == null || from == null || through == null) {
                throw Refusal.invalid(
                        deputy == null ? "/deputy" : from == null ? "/from" : "/through", "{form.required}");
            }
            return new DeputyDesk.Wish(deputy, Objects.requireNonNullElse(scope, DeputyDesk.EVERYTHING), from, through);
        }
    }

    @GetMapping
    @SignedIn
    Listing<Deputy> list(@PathVariable String username) {
        return new Listing<>(of(person(username)), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SignedIn
    Deputy name(@PathVariable String username, @RequestBody Wish wish, Account who) {
        var person = person(username);
        var id = desk.name(person, wish.whole(), who);
        return of(person).stream()
                .filter(deputy -> deputy.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    @PostMapping("/{id}/actions/withdraw")
    @SignedIn
    Listing<Deputy> withdraw(@PathVariable String username, @PathVariable UUID id, Account who) {
        var person = person(username);
        desk.withdraw(person, id, who);
        return new Listing<>(of(person), null);
    }

    private List<Deputy> of(UUID person) {
        return rows.deputies(person).stream()
                .map(row -> new Deputy(
                        row.id(),
                        organization.person(row.person()).map(Person::username).orElse(row.name()),
                        row.scope(),
                        row.from(),
                        row.until()))
                .toList();
    }

    private UUID person(String username) {
        return organization.personNamed(username).map(Person::id).orElseThrow(Refusal::notThere);
    }
}
