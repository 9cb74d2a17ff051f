package zhangfa.organization.demo;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of {@code demo/organization.yaml}. */
record DemoOrganization(
        String legalEntity,
        List<UnitEntry> units,
        List<PositionEntry> positions,
        List<PersonEntry> people,
        List<AdministratorEntry> administrators,
        List<AuthorityEntry> authorities) {

    record UnitEntry(
            String key,
            String name,
            @Nullable String parent,
            @Nullable String head) {}

    record PositionEntry(String key, String name, String level, int establishment) {}

    record PersonEntry(
            String username,
            String name,
            String unit,
            String position,
            String level,
            @Nullable String role) {

        List<String> roles() {
            return role == null ? List.of("staff") : List.of("staff", role);
        }
    }

    record AdministratorEntry(String username, String name) {}

    record AuthorityEntry(String matter, @Nullable String unit, BigDecimal amount, String currency, String head) {}
}
