package zhangfa.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task as one reader sees it.
 *
 * @param step BPMN id of its step; {@code initiator} for the implicit step
 * @param name of the step; null for the implicit one, which has a message
 * @param seats who may act on it: the assignee, else the candidates
 * @param claimedBy who of several candidates has taken it
 * @param closed how it came to its end; null while open
 * @param actions just what this reader may do now, by the API's names
 * @param schema of the form; null where the process takes any JSON object
 * @param permissions what the step may do with a field, where it differs from the form: hidden, read, write, required
 * @param behalf each deputy who may act or has acted on it, and for whom
 */
public record TaskItem(
        UUID id,
        CaseRef of,
        String step,
        @Nullable String name,
        String kind,
        List<UUID> seats,
        @Nullable UUID claimedBy,
        UUID accountable,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Closed closed,
        Set<String> actions,
        List<String> returnTargets,
        Map<String, Object> form,
        @Nullable JsonNode schema,
        Map<String, String> permissions,
        Map<UUID, UUID> behalf) {

    /** The case of a task, as far as a list shows it. */
    public record CaseRef(
            UUID id,
            String number,
            String title,
            String process,
            String processName,
            String status,
            UUID initiator,
            Map<String, Object> facts) {}

    /** How a task came to its end. */
    public record Closed(
            Instant at,
            String how,
            @Nullable UUID by,
            @Nullable String comment) {}

    /** What the step may do with a field; whoever asked, and mends it now, writes what is not for others. */
    public String permission(String field) {
        return permissions.getOrDefault(field, name == null ? "write" : "");
    }

    /** Whether the step may write this field. */
    public boolean writes(String field) {
        return Set.of("write", "required").contains(permission(field));
    }

    /** For whom this person acts on it; null where it is in their own right. */
    public @Nullable UUID behind(UUID person) {
        return behalf.get(person);
    }

    public boolean isOpen() {
        return closed == null;
    }
}
