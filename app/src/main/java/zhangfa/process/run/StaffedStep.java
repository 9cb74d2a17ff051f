package zhangfa.process.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked in a step, and who answers for it; nobody found is an empty list.
 *
 * @param behalf each deputy among them, and for whom they act
 */
record StaffedStep(List<UUID> people, @Nullable UUID accountable, Map<UUID, UUID> behalf) {

    static final StaffedStep NOBODY = new StaffedStep(List.of(), null, Map.of());

    boolean isNobody() {
        return people.isEmpty() || accountable == null;
    }
}
