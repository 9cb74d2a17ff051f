package zhangfa.rulebook.obligation;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what one sees that it was done.
 *
 * @param source key of a process of which a case is begun in the period and completed; or a query on facts with {@code at}, and
 *     with {@code unit} or {@code subject} where there is one; null where somebody writes a note and puts files to it
 */
public record Proof(Kind kind, @Nullable String source) {

    /** Where it is looked for. */
    public enum Kind {
        PROCESS,
        QUERY,
        UPLOAD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Proof UPLOAD = new Proof(Kind.UPLOAD, null);

    /** Key of the process that proves it; empty where something else does. */
    public Optional<String> process() {
        return kind == Kind.PROCESS ? Optional.ofNullable(source) : Optional.empty();
    }

    public boolean isUpload() {
        return kind == Kind.UPLOAD;
    }
}
