package zhangfa.process.run;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has agreed in a case so far, the latest last. What a return has undone is not among it: those people are asked again. Read
 * only where a model has a rule that depends on it.
 */
record Past(Supplier<List<Agreed>> agreed) {

    /** Somebody agreed; {@code behind} is whom they acted for, null where it was in their own right. */
    record Agreed(
            int activity,
            String step,
            boolean approval,
            UUID by,
            @Nullable UUID behind) {}

    /** Whether this person has approved the step that was approved last. */
    boolean approvedLast(UUID person) {
        var approvals = agreed.get().stream().filter(Agreed::approval).toList();
        return approvals.stream()
                .filter(one -> one.activity() == approvals.getLast().activity())
                .anyMatch(one -> one.by().equals(person));
    }

    /** Whether this person has approved any step before. */
    boolean approvedAny(UUID person) {
        return agreed.get().stream().anyMatch(one -> one.approval() && one.by().equals(person));
    }

    /** Everybody who had a say in one of these steps, themselves or by a deputy. */
    Set<UUID> sayIn(Collection<String> steps) {
        return agreed.get().stream()
                .filter(one -> steps.contains(one.step()))
                .flatMap(one -> Stream.concat(Stream.of(one.by()), Stream.ofNullable(one.behind())))
                .collect(Collectors.toSet());
    }
}
