package zhangfa.organization.person;

import java.util.Comparator;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.organization.DeputyScopes;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** What an editor of a person may choose from. */
@Component
class PersonChoices {

    private final Organization organization;
    private final DeputyScopes deputyScopes;
    private final Words words;

    PersonChoices(Organization organization, DeputyScopes deputyScopes, Words words) {
        this.organization = organization;
        this.deputyScopes = deputyScopes;
        this.words = words;
    }

    Choices now() {
        var units = new LinkedHashMap<String, String>();
        organization
                .units()
                .sorted(Comparator.comparing(Unit::name))
                .forEach(unit -> units.put(unit.id().toString(), unit.name()));
        var scopes = new LinkedHashMap<String, String>();
        scopes.put(DeputyDesk.EVERYTHING, words.say("{organization.deputy-everything}"));
        scopes.putAll(deputyScopes.named());
        return new Choices(units, organization.positions(), scopes);
    }
}
