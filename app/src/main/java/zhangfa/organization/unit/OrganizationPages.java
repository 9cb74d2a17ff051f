package zhangfa.organization.unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.identity.SetUpStep;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
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

    @Bean
    SetUpStep headsStep(Organization organization) {
        return new SetUpStep(
                30,
                "heads",
                "/organization",
                () -> organization.units().findAny().isPresent()
                        && organization.units().map(Unit::head).noneMatch(head -> head == null));
    }
}
