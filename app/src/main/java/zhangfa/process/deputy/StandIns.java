package zhangfa.process.deputy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * On whose behalf people act in a case.
 *
 * @param byActivity the number of an activity as the kernel counts it, and in it each deputy with whomever they stand in for
 */
public record StandIns(Map<Integer, Map<UUID, UUID>> byActivity) {

    public static final StandIns NONE = new StandIns(Map.of());

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NOBODY = "{}";

    public StandIns {
        byActivity = Map.copyOf(byActivity);
    }

    public static StandIns read(String text) {
        return text.equals(NOBODY)
                ? NONE
                : new StandIns(JSON.readValue(text, new TypeReference<Map<Integer, Map<UUID, UUID>>>() {}));
    }

    public String write() {
        return byActivity.isEmpty() ? NOBODY : JSON.writeValueAsString(byActivity);
    }

    public StandIns with(int activity, Map<UUID, UUID> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(byActivity);
        var here = new HashMap<>(in(activity));
        here.putAll(more);
        all.put(activity, Map.copyOf(here));
        return new StandIns(all);
    }

    public Map<UUID, UUID> in(int activity) {
        return byActivity.getOrDefault(activity, Map.of());
    }

    /** For whom this person acts in the activity; empty where it is in their own right. */
    public Optional<UUID> behind(int activity, @Nullable UUID person) {
        return person == null
                ? Optional.empty()
                : Optional.ofNullable(in(activity).get(person));
    }
}
