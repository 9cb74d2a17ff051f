package zhangfa.process.run;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhangfa.process.Ownership;
import zhangfa.process.definition.Definitions;

/** Resolves the owner rule of each process, as the organisation stands now. */
@Component
class ProcessOwnership implements Ownership {

    private final Definitions definitions;
    private final PeopleRules rules;

    ProcessOwnership(Definitions definitions, PeopleRules rules) {
        this.definitions = definitions;
        this.rules = rules;
    }

    @Override
    public List<String> of(UUID person) {
        return definitions.byOwner().entrySet().stream()
                .filter(owned -> rules.people(owned.getKey()).contains(person))
                .flatMap(owned -> owned.getValue().stream())
                .toList();
    }

    @Override
    public Set<UUID> owners() {
        return definitions.byOwner().keySet().stream()
                .flatMap(owner -> rules.people(owner).stream())
                .collect(Collectors.toSet());
    }
}
