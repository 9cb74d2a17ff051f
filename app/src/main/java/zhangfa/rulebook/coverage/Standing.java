package zhangfa.rulebook.coverage;

import java.util.List;
import zhangfa.rulebook.control.ControlState;
import zhangfa.rulebook.tree.Clause;

/** Where one clause stands in the company's life today. */
public record Standing(
        Passage passage,
        Clause clause,
        boolean adopted,
        Execution execution,
        boolean onDuty,
        Evidence evidence,
        List<ControlState> controls) {

    boolean runsInPart() {
        return execution.executable() == Execution.Executable.IN_PART;
    }

    /** At least one control watches it, and all that do hold. */
    public boolean holds() {
        return !controls.isEmpty() && controls.stream().allMatch(ControlState::holds);
    }
}
