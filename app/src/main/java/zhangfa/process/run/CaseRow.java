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
import zhangfa.process.definition.Definition;
import zhangfa.process.deputy.StandIns;

/**
 * A case as its row stands, locked for one command.
 *
 * @param watchers who wants to hear of each step
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
        Set<UUID> watchers,
        Entry.@Nullable Head head) {

    /** One that is about to begin. */
    static CaseRow begun(UUID id, Definition definition, String title, Origin origin, Instant at) {
        return new CaseRow(
                id,
                definition.key(),
                definition.version(),
                title,
                origin.initiator(),
                origin.unit(),
                origin.legalEntity(),
                FlowState.EMPTY,
                Map.of(),
                Map.of(),
                Set.of(),
                StandIns.NONE,
                at,
                origin.caller(),
                Set.of(),
                null);
    }

    /** For whom a case begins, of which unit, and for which other case. */
    record Origin(
            UUID initiator,
            UUID unit,
            String legalEntity,
            @Nullable UUID caller) {}

    /** One that is about to begin does not yet. */
    boolean isRunning() {
        return head != null && !state.isEnded();
    }

    Set<UUID> participantsAnd(Collection<UUID> others) {
        var everybody = new HashSet<>(participants);
        everybody.addAll(others);
        return everybody;
    }

    Entry.Head journalHead() {
        return head == null ? Entry.Head.of(id) : head;
    }
}
