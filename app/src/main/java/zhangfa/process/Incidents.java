package zhangfa.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.identity.Account;

/**
 * The door to places where cases cannot go on by themselves. Owners see and mend those of their processes, the inspector sees
 * all.
 */
public interface Incidents {

    /** What stops a case; the words of {@code process.incident.<kind>} say it to people. */
    List<String> KINDS = List.of("nobody", "condition", "no_flow", "timer", "event", "action", "stuck", "message");

    /** Which incidents are meant; null for any. */
    record Filter(@Nullable String process, @Nullable String kind, boolean resolved) {}

    /**
     * An incident.
     *
     * @param number within its case; negative for a message that reached nobody
     * @param element the BPMN id of where the case stopped, and {@code elementName} what it is called there
     * @param kind one of {@link #KINDS}
     * @param message what exactly went wrong, perhaps a message key
     * @param mine whether this reader may mend it
     */
    record Incident(
            UUID caseId,
            int number,
            String caseNumber,
            String title,
            String process,
            String processName,
            String element,
            String elementName,
            String kind,
            String message,
            Instant raisedAt,
            @Nullable Instant resolvedAt,
            boolean mine) {

        public String id() {
            return caseId + "." + number;
        }

        /** Trying again helps, which it does not where no token can come to a join any more. */
        public boolean isRetryable() {
            return mine && resolvedAt == null && !kind.equals("stuck");
        }
    }

    /** What became of trying again: resolved, again (it stopped once more) or refused. */
    record Outcome(String id, String result, @Nullable String detail) {}

    /** Whether this account has anybody's incidents to look after. */
    boolean concerns(Account who);

    /** How many are open, as far as a badge tells. */
    int count(Account who);

    /** The youngest first; refused for whom it does not concern. */
    Listing<Incident> list(Account who, Filter filter, Window window);

    /** The open ones of a case; nothing where the case is not visible. */
    List<Incident> ofCase(Account who, UUID caseId);

    /** One, by its id; refused as not there where it does not concern this account. */
    Incident incident(Account who, String id);

    /**
     * Tries again what it stopped, with corrected fields where there are any; those need a reason.
     *
     * @throws zhangfa.api.Refusal where the fields do not fit or the reader may not
     */
    Outcome retry(Account who, String id, Map<String, Object> form, @Nullable String reason, @Nullable UUID command);

    /** Tries each of these again, one after another. */
    List<Outcome> retry(Account who, List<String> ids, @Nullable String reason);
}
