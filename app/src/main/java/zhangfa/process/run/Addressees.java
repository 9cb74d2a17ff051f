package zhangfa.process.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.identity.Accounts;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** Colleagues to whom something is said about a case. */
@Component
class Addressees {

    private final Organization organization;
    private final Accounts accounts;
    private final CaseRows rows;

    Addressees(Organization organization, Accounts accounts, CaseRows rows) {
        this.organization = organization;
        this.accounts = accounts;
        this.rows = rows;
    }

    Person person(String field, @Nullable String username) {
        return Optional.ofNullable(username)
                .flatMap(organization::personNamed)
                .orElseThrow(() -> Refusal.invalid(
                        field,
                        "{process.no-such-person|" + String.valueOf(username).replaceAll("[{|}]", " ") + "}"));
    }

    List<UUID> people(List<String> usernames) {
        if (usernames.isEmpty()) {
            throw Refusal.invalid("/who", "{form.required}");
        }
        return mentioned(usernames).stream().map(Person::id).toList();
    }

    List<Person> mentioned(List<String> usernames) {
        return usernames.stream().map(name -> person("/who", name)).distinct().toList();
    }

    /** Those of them who may not see the case. */
    List<Person> blind(UUID caseId, List<Person> people) {
        return people.stream()
                .filter(person -> accounts.withId(person.id())
                        .filter(account -> rows.isSeen(caseId, account))
                        .isEmpty())
                .toList();
    }

    /** Refuses each of them by name. */
    static Refusal unseen(List<Person> blind) {
        return Refusal.invalid(blind.stream()
                .map(person -> new Fault(
                        "/who", "{process.mention.unseen|" + person.name().replaceAll("[{|}]", " ") + "}"))
                .toList());
    }
}
