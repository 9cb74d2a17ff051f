package zhangfa.rulebook.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import zhangfa.rulebook.structure.Outline.Mend;

/**
 * A document that was taken in.
 *
 * @param fileName the document's, as it was sent
 * @param mended lines that a bad conversion had written double
 */
public record Draft(UUID id, String title, String fileName, List<Mend> mended, State state, Instant createdAt) {

    /** How far it is. */
    public enum State {
        /** As the machine understood the document. */
        PROPOSED,
        /** A person has seen its structure and kept it. */
        DRAFT
    }

    public String href() {
        return "/rulebook/drafts/" + id;
    }

    public boolean isProposed() {
        return state == State.PROPOSED;
    }
}
