package zhangfa.process.form;

import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;

/** People by their usernames, units by their keys. */
@Component
class OfTheCompany implements References {

    private final Organization organization;

    OfTheCompany(Organization organization) {
        this.organization = organization;
    }

    @Override
    public boolean isKnown(String kind, String value) {
        return switch (kind) {
            case "person" -> organization.personNamed(value).isPresent();
            case "unit" -> organization.unitKeyed(value).isPresent();
            default -> true;
        };
    }
}
