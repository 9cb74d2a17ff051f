package zhangfa.process.deputy;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;

/** Puts whoever stands in today into the place of people who are away. */
@Component
public class Deputies {

    private final Organization organization;

    Deputies(Organization organization) {
        this.organization = organization;
    }

    /**
     * Who is asked in the end.
     *
     * @param behalf each deputy among them who is there for somebody else, and for whom
     */
    public record Present(List<UUID> people, Map<UUID, UUID> behalf) {}

    /**
     * These people, with a deputy for each who is away. Whoever is asked anyway is asked once, in their own right.
     *
     * @param never who must not act here, not even for somebody else, such as the initiator on their own request: then the next
     *     head above the absent person does, and where there is none the task waits for the absent person
     */
    public Present present(List<UUID> people, String process, Set<UUID> never) {
        var asked = new LinkedHashSet<UUID>();
        var behalf = new HashMap<UUID, UUID>();
        for (var person : people) {
            var present = present(person, process, never);
            asked.add(present);
            if (!present.equals(person) && !people.contains(present)) {
                behalf.put(present, person);
            }
        }
        return new Present(List.copyOf(asked), Map.copyOf(behalf));
    }

    /** This person, or whoever acts for them now. */
    public UUID present(UUID person, String process, Set<UUID> never) {
        var deputy = organization.standIn(person, process);
        if (deputy.isEmpty() || !never.contains(deputy.get())) {
            return deputy.orElse(person);
        }
        return organization.headsAbove(person).stream()
                .filter(head -> !head.equals(person))
                .flatMap(head -> Stream.of(organization.standIn(head, process).orElse(head)))
                .filter(head -> !never.contains(head))
                .findFirst()
                .orElse(person);
    }

    /** Who acts for this person now; empty where they are there themselves. */
    public Optional<UUID> of(UUID person, String process) {
        return organization.standIn(person, process);
    }
}
