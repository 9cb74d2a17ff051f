package zhangfa.organization.unit;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.identity.SetUpStep;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.ui.MenuEntry;

/** The place of the organisation in the menu and in the guided set-up. */
@Configuration(proxyBeanMethods = false)
class OrganizationPages {

    @Bean
    MenuEntry organizationEntry() {
        return MenuEntry.forEverybody(80, "menu.organization", "/organization");
    }

    @Bean
    SetUpStep companyStep(Organization organization) {
        return new SetUpStep(
                10,
                "company",
                "/organization/company",
                () -> organization.units().findAny().isPresent());
    }

    @Bean
    SetUpStep staffStep(Organization organization) {
        return new SetUpStep(
                20,
                "staff",
                "/organization/imports",
                () -> organization.everybody().findAny().isPresent());
    }

    /** Whoever works alone in a unit answers to the next head up. */
    @Bean
    SetUpStep headsStep(Organization organization) {
        return new SetUpStep(30, "heads", "/organization", () -> {
            var sizes = organization
                    .everybody()
                    .filter(Person::active)
                    .collect(Collectors.groupingBy(Person::unit, Collectors.counting()));
            return !sizes.isEmpty()
                    && organization
                            .units()
                            .noneMatch(unit -> unit.head() == null && sizes.getOrDefault(unit.id(), 0L) > 1);
        });
    }
}
