package zhangfa.organization;

import java.util.List;
import java.util.UUID;
import zhangfa.identity.Account;

/** The door to what somebody leaves behind in the organisation. */
public interface Succession {

    /** Whether this account may pass on the work of that person: they themselves, a head above them, or who manages people. */
    boolean mayPassOn(Account who, UUID person);

    /** Names of the units that the person leads today. */
    List<String> unitsLedBy(UUID person);

    /**
     * From today on the successor leads those units, decides where the authority matrix names the person, stands in where the
     * person was to stand in, and for the person in everything that still reaches them. Needs the right to manage people.
     */
    void succeed(UUID person, UUID successor, Account who);
}
