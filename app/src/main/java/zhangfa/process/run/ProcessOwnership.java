package zhangfa.process.run;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.process.Ownership;
import zhangfa.process.definition.Definition;
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
        return definitions.published().stream()
                .filter(definition -> definition.owner() != null
                        && rules.people(definition.owner()).contains(person))
                .map(Definition::key)
                .toList();
    }

    @Override
    public Set<UUID> owners() {
        return definitions.published().stream()
                .flatMap(definition -> Stream.ofNullable(definition.owner()))
                .flatMap(owner -> rules.people(owner).stream())
                .collect(Collectors.toSet());
    }
}
