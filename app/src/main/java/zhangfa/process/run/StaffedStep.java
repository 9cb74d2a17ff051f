package zhangfa.process.run;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asked in a step, and who answers for it; nobody found is an empty list. */
record StaffedStep(List<UUID> people, @Nullable UUID accountable) {

    static final StaffedStep NOBODY = new StaffedStep(List.of(), null);

    boolean isNobody() {
        return people.isEmpty() || accountable == null;
    }
}
