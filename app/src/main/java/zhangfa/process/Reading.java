package zhangfa.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.identity.Account;

/** The door to what is read of cases and tasks, always as one account may see it; what it may not see is not there. */
public interface Reading {

    /** The boxes of an inbox. */
    enum Box {
        TODO,
        DONE,
        CC,
        STARTED
    }

    /**
     * Which cases a list is about; null for any.
     *
     * @param from begun then or later
     * @param until begun before that
     */
    record Filter(
            @Nullable String status,
            @Nullable String process,
            boolean startedByMe,
            @Nullable Instant from,
            @Nullable Instant until) {

        public Filter(@Nullable String status, @Nullable String process, boolean startedByMe) {
            this(status, process, startedByMe, null, null);
        }
    }

    /**
     * A step that a case is going to take, as far as can be said now.
     *
     * @param open why nobody can be named: {@code nominee} where somebody is still to name them, {@code nobody} where none is
     *     found, {@code rejects} where that ends the case; null where there is somebody
     * @param certain whether the case comes there whatever else is filled in
     */
    record Expected(
            String step,
            String name,
            String kind,
            List<UUID> people,
            String mode,
            @Nullable String open,
            boolean certain) {

        /** The same, where it depends on what is still to be filled in. */
        public Expected perhaps() {
            return new Expected(step, name, kind, people, mode, open, false);
        }
    }

    /** A case as another one names it. */
    record Relative(UUID id, String number, String process, String title, String status) {}

    /** The cases around a case, by calls. */
    record Kin(@Nullable Relative caller, List<Relative> called) {}

    Listing<TaskItem> box(Account who, Box box, Window window);

    int todos(Account who);

    /** Whether anybody has ever started a case here. */
    boolean isInUse();

    /** One task; refused as not there where this account may not see it. */
    TaskItem task(Account who, UUID task);

    /** One case with all its tasks; refused as not there where this account may not see it. */
    CaseFile caseFile(Account who, UUID caseId);

    /** The case that has called this one, and those that this one has called, as far as this account may see them. */
    Kin kin(Account who, UUID caseId);

    /** Without their tasks. */
    Listing<CaseFile> cases(Account who, Filter filter, Window window);

    /** The route that a case with this form would take, were everybody to agree. */
    List<Expected> forecast(Account who, String process, Map<String, Object> form);

    /** The same for a model that has not been published, nor kept at all. */
    List<Expected> forecast(Account who, Processes.Draft draft, Map<String, Object> form);

    /** What a running case has still before it, were everybody to agree. */
    List<Expected> ahead(CaseFile file);
}
