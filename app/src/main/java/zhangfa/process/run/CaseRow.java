package zhangfa.process.run;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowState;
import zhangfa.journal.Entry;
import zhangfa.process.deputy.StandIns;

/**
 * A case as its row stands, locked for one command.
 *
 * @param caller the case that has called this one; null where a person started it
 */
record CaseRow(
        UUID id,
        String process,
        int version,
        String title,
        UUID initiator,
        UUID unit,
        String legalEntity,
        FlowState state,
        Map<String, Object> form,
        Map<String, Object> facts,
        Set<UUID> participants,
        StandIns standIns,
        Instant startedAt,
        @Nullable UUID caller,
        Entry.@Nullable Head head) {

    Set<UUID> participantsAnd(Collection<UUID> others) {
        var everybody = new HashSet<>(participants);
        everybody.addAll(others);
        return everybody;
    }

    Entry.Head journalHead() {
        return head == null ? Entry.Head.of(id) : head;
    }
}
