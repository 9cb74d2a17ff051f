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
 * @param rule by which nobody is asked; null where somebody is, or should be
 * @param declines whether that rule ends the case as rejected, instead of letting it go on
 */
record StaffedStep(
        List<UUID> people,
        @Nullable UUID accountable,
        Map<UUID, UUID> behalf,
        @Nullable String rule,
        boolean declines) {

    static final StaffedStep NOBODY = new StaffedStep(List.of(), null, Map.of());

    StaffedStep(List<UUID> people, @Nullable UUID accountable, Map<UUID, UUID> behalf) {
        this(people, accountable, behalf, null, false);
    }

    static StaffedStep skipped(String rule) {
        return new StaffedStep(List.of(), null, Map.of(), rule, false);
    }

    static StaffedStep declined(String rule) {
        return new StaffedStep(List.of(), null, Map.of(), rule, true);
    }

    /** The answer to the kernel's question for people. */
    FlowCommand answer(int activity, Run.Said said) {
        if (rule != null) {
            return declines
                    ? new FlowCommand.Decline(said.command(), said.at(), said.by(), activity, rule)
                    : new FlowCommand.Skip(said.command(), said.at(), said.by(), activity, rule);
        }
        return new FlowCommand.Seat(
                said.command(),
                said.at(),
                said.by(),
                activity,
                names(),
                accountable == null ? "" : accountable.toString());
    }

    /** As the kernel names people. */
    List<String> names() {
        return people.stream().map(UUID::toString).toList();
    }
}
