package zhangfa.process.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowCommand;

/**
 * Who is asked in a step, and who answers for it; nobody found is an empty list.
 *
 * @param behalf each deputy among them, and for whom they act
 * @param skipped by which rule nobody is asked and the case goes on; null where somebody is
 */
record StaffedStep(
        List<UUID> people,
        @Nullable UUID accountable,
        Map<UUID, UUID> behalf,
        @Nullable String skipped) {

    static final StaffedStep NOBODY = new StaffedStep(List.of(), null, Map.of(), null);

    static StaffedStep skippedBy(String rule) {
        return new StaffedStep(List.of(), null, Map.of(), rule);
    }

    /** The answer to the kernel's question for people. */
    FlowCommand answer(int activity, Run.Said said) {
        return skipped != null
                ? new FlowCommand.Skip(said.command(), said.at(), said.by(), activity, skipped)
                : new FlowCommand.Seat(
                        said.command(),
                        said.at(),
                        said.by(),
                        activity,
                        people.stream().map(UUID::toString).toList(),
                        accountable == null ? "" : accountable.toString());
    }
}
