package zhangfa.process.run;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.deputy.Deputies;

/** Colleagues whom somebody names in one command, each as whoever acts for them while they are away. */
final class Colleagues {

    private final Organization organization;
    private final Deputies deputies;
    private final CaseRow row;
    private final UUID actor;
    private final Map<UUID, UUID> behalf = new HashMap<>();

    Colleagues(Organization organization, Deputies deputies, CaseRow row, UUID actor) {
        this.organization = organization;
        this.deputies = deputies;
        this.row = row;
        this.actor = actor;
    }

    /** The id of whoever has the task then. */
    String named(String field, @Nullable String username) {
        if (username == null || username.isBlank()) {
            throw Refusal.invalid(field, "{form.required}");
        }
        var person = organization
                .personNamed(username)
                .filter(Person::active)
                .orElseThrow(() -> Refusal.invalid(field, "{process.no-such-person|" + username + "}"))
                .id();
        var present = deputies.of(person, row.process()).orElse(person);
        if (present.equals(actor)) {
            throw Refusal.invalid(
                    field, present.equals(person) ? "{process.transfer-to-self}" : "{process.transfer-to-own-charge}");
        }
        if (!present.equals(person)) {
            behalf.put(present, person);
        }
        return present.toString();
    }

    /** Each deputy among those named, and for whom they act. */
    Map<UUID, UUID> behalf() {
        return behalf;
    }
}
