package zhangfa.process;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/**
 * The door to what a model leaves to people: what is done next in an ad-hoc sub-process, and when that is enough. The owner of
 * the process chooses, and whoever is accountable for an open task of the case.
 */
public interface Choices {

    /** An activity by its BPMN id, and what it is called. */
    record Activity(String id, String name) {}

    /**
     * An ad-hoc sub-process at work, as this reader may go on with it now.
     *
     * @param place its number within the case
     * @param step the BPMN id of the sub-process, and {@code name} what it is called
     * @param activities what may be begun now
     * @param leavable whether it may be said that enough has been done
     */
    record Choice(int place, String step, String name, List<Activity> activities, boolean leavable) {}

    /** One of those, or an activity in it; without a place the only one where the case is. */
    record Place(@Nullable Integer number) {}

    /** What this account may choose now; nothing where it is others who choose. */
    List<Choice> of(Account who, CaseFile file);

    /** Begins an activity there, again too. */
    void activate(
            Account who, UUID caseId, Place place, String activity, @Nullable String comment, @Nullable UUID command);

    /** Enough has been done there; what is still open is cancelled, unless the model wants it finished first. */
    void leave(Account who, UUID caseId, Place place, @Nullable String comment, @Nullable UUID command);
}
