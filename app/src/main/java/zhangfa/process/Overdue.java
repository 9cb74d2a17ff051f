package zhangfa.process;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.identity.Account;

/**
 * The door to what is late: open tasks whose time is over. Heads see what is late of their units' cases and with their units'
 * people, owners what is late in their processes, the inspector everything.
 */
public interface Overdue {

    /** Which late tasks are meant; null for any. A unit means its own people, not those below. */
    record Filter(
            @Nullable UUID person,
            @Nullable UUID unit,
            @Nullable String process) {

        public static final Filter ANY = new Filter(null, null, null);
    }

    /** By what late tasks are counted. */
    enum By {
        PERSON,
        UNIT,
        PROCESS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<By> named(String key) {
            return List.of(values()).stream().filter(by -> by.key().equals(key)).findFirst();
        }
    }

    /**
     * A late task as one reader may see it.
     *
     * @param of its case; null where the reader answers for the person but may not see the case
     * @param version of the process that the case lives by
     * @param articles of the rulebook that the process carries out
     * @param seats who may act on it
     * @param person with whom it lies: its assignee, else who is accountable
     * @param unit on whose calendar its time runs: that of the case
     */
    record Late(
            UUID task,
            @Nullable Of of,
            String process,
            int version,
            String processName,
            List<String> articles,
            String step,
            @Nullable String stepName,
            List<UUID> seats,
            UUID person,
            UUID unit,
            Instant dueAt) {

        /** The case of a late task. */
        public record Of(UUID id, String number, String title) {}
    }

    /**
     * How much is late at one place.
     *
     * @param key id of the person or unit, or key of the process
     */
    record Tally(String key, String name, int count, Instant oldest) {}

    /** Whether this account has anybody's delays to look after. */
    boolean concerns(Account who);

    /** The longest overdue first; refused for whom it does not concern. */
    Listing<Late> list(Account who, Filter filter, Window window);

    /** The most first; refused for whom it does not concern. */
    List<Tally> tally(Account who, By by, Filter filter);

    /** As far as a badge tells; nothing for whom it does not concern. */
    int count(Account who);
}
