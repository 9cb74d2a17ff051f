package zhangfa.journal;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what modules below the journal tell: every record that one of them publishes becomes an entry of the system's
 * stream, in the transaction of the change. By convention {@code who}, else {@code account}, is the actor.
 */
@Component
class Listening {

    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    Listening(Journal journal, JsonMapper json, Clock clock) {
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void heard(PayloadApplicationEvent<?> event) {
        var told = event.getPayload();
        if (told instanceof Record && told.getClass().getPackageName().startsWith("zhangfa.")) {
            var content = json.<JsonNode>valueToTree(told);
            var actor = actor(content);
            journal.append(
                    "system",
                    "1",
                    new Happening(
                            clock.instant(), actor, null, kind(told), null, null, json.writeValueAsString(content)));
        }
    }

    private static @Nullable UUID actor(JsonNode content) {
        var who = content.path("who").asString(content.path("account").asString(""));
        return who.isEmpty() ? null : UUID.fromString(who);
    }

    private static String kind(Object told) {
        return told.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
