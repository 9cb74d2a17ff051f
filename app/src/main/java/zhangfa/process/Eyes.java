package zhangfa.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import zhangfa.database.RoundTrip;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;

/**
 * Who may see a case: its initiator, whoever has or had a part in it, people in copy, the heads above the initiator's unit,
 * the process owner and the inspector. The one predicate for lists, pages, files and the API.
 */
@Component
public class Eyes {

    /** On {@code process.case c} or {@code fact.case c}; the parameters are those of {@link #of(Account)}. */
    public static final String SEES = """
            (:inspects or c.initiator = :me or :me = any (c.participants) or c.unit = any (:units::uuid[])
             or c.process = any (:owned::text[]))""";

    private final Organization organization;
    private final Ownership ownership;

    Eyes(Organization organization, Ownership ownership) {
        this.organization = organization;
        this.ownership = ownership;
    }

    public Map<String, Object> of(Account who) {
        return Map.of(
                "me", who.id(),
                "units", RoundTrip.array(organization.unitsUnder(who.id())),
                "owned", RoundTrip.array(ownership.of(who.id())),
                "inspects", who.may(Permission.CASE_INSPECT));
    }
}
