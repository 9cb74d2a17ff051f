package zhangfa.process.run;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowState;
import zhangfa.journal.Entry;

/** A case as its row stands, locked for one command. */
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
        Instant startedAt,
        Entry.@Nullable Head head) {

    Entry.Head journalHead() {
        return head == null ? Entry.Head.of(id) : head;
    }
}
