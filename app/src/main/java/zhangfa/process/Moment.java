package zhangfa.process;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A moment in a case at which a module's action is called.
 *
 * @param work names this piece of work, the same for each attempt at it: what an action does elsewhere carries it as its
 *     idempotence key
 * @param process key of the process
 * @param step the task's BPMN id; null when the case was handed in or has ended
 * @param initiator the person who started the case
 * @param unit the initiator's unit when the case was started
 * @param actor whose command this is; null where a time limit decided
 * @param form the fields as people wrote them, after the command
 * @param facts what modules have said about the case so far
 * @param ending {@code completed}, {@code rejected}, {@code cancelled} or {@code failed}; null while it runs
 */
public record Moment(
        UUID caseId,
        UUID work,
        String process,
        @Nullable String step,
        UUID initiator,
        UUID unit,
        @Nullable UUID actor,
        Instant at,
        Map<String, Object> form,
        Map<String, Object> facts,
        @Nullable String ending) {}
