package zhangfa.rulebook.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** Whether a clause can be worked by now, and what is in the way. */
public record Execution(Executable executable, List<String> reasons) {

    /** As the contract says it. */
    public enum Executable {
        YES,
        IN_PART,
        NO;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Execution no(String reason) {
        return new Execution(Executable.NO, List.of(reason));
    }

    static Execution lacking(List<String> reasons) {
        return new Execution(reasons.isEmpty() ? Executable.YES : Executable.IN_PART, List.copyOf(reasons));
    }

    public boolean runs() {
        return executable != Executable.NO;
    }
}
