package zhangfa.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.identity.Accounts;

/** What the door answers about the demo company. */
@CompanyTest
class OrganizationTests {

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Test
    void headsAboveRunFromTheOwnUnitToTheTop() {
        assertThat(names(organization.headsAbove(id(Company.STAFF1))))
                .containsExactly(Company.HEAD1, Company.MANAGER, Company.CEO);
        assertThat(names(organization.headsAbove(id(Company.MANAGER)))).containsExactly(Company.MANAGER, Company.CEO);
    }

    @Test
    void aHeadOfTwoUnitsOnTheLineIsNamedOnce() {
        assertThat(names(organization.headsAbove(id(Company.ANALYST1)))).containsExactly(Company.MANAGER, Company.CEO);
    }

    @Test
    void thePositionTellsWhoHoldsIt() {
        assertThat(names(organization.holding("accountant")))
                .containsExactlyInAnyOrder(Company.FINANCE1, Company.FINANCE2);
        assertThat(names(organization.holding("cashier")))
                .containsExactlyInAnyOrder(Company.CASHIER1, Company.CASHIER2);
        assertThat(names(organization.holding("finance-head"))).containsExactly(Company.FINANCE_HEAD);
    }

    @Test
    void theClosestRowOfTheAuthorityMatrixHolds() {
        assertThat(organization
                        .authority("expense-claim", unitOf(Company.STAFF3))
                        .map(this::name))
                .contains(Company.MANAGER);
        assertThat(organization.authority("expense-claim", unitOf(Company.DEV1)).map(this::name))
                .contains(Company.CEO);
        assertThat(organization
                        .authorityLimit("expense-claim", unitOf(Company.DEV1))
                        .orElseThrow())
                .isEqualByComparingTo("10000");
        assertThat(organization.authority("unheard-of", unitOf(Company.DEV1))).isEmpty();
    }

    @Test
    void aHeadLeadsEverythingBelow() {
        var keys = organization.unitsUnder(id(Company.MANAGER)).stream()
                .map(unit -> organization.unit(unit).orElseThrow().key());
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "operations-centre", "operations-1", "operations-2", "data-analysis", "customer-service");
        assertThat(organization.unitsUnder(id(Company.STAFF1))).isEmpty();
    }

    @Test
    void rootIsAnAccountWithoutAPersonAndWithoutBusinessRights() {
        var root = accounts.named(Company.ROOT).orElseThrow();
        assertThat(organization.person(root.id())).isEmpty();
        assertThat(root.permissions())
                .doesNotContain("case.start", "case.inspect")
                .contains("account.manage");
    }

    private UUID id(String username) {
        return organization.personNamed(username).orElseThrow().id();
    }

    private UUID unitOf(String username) {
        return organization.personNamed(username).orElseThrow().unit();
    }

    private String name(UUID id) {
        return organization.person(id).orElseThrow().username();
    }

    private List<String> names(List<UUID> ids) {
        return ids.stream().map(this::name).toList();
    }
}
