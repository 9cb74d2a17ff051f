package zhangfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Killed between a decision and its delivery: the message arrives all the same, and a repeat is known by its id. */
class MessageCrashTests {

    private static final int CLAIMS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String KIND = "task.assigned";

    private final Receiver receiver = new Receiver();

    @AfterEach
    void nobodyListens() {
        receiver.close();
    }

    @Test
    void whatWasDecidedIsToldThoughTheServerIsKilledTwice() {
        try (var server = Server.withDemo("messages", Map.of("ZHANGFA_ENDPOINT_ALLOWED", "localhost"))) {
            receiver.listenTo(server, KIND);
            var bodies = new ArrayList<Map<String, Object>>();
            for (int number = 0; number < CLAIMS; number++) {
                bodies.add(Api.as(server, "staff1").claimBody("要告诉人的报销 " + number, "20." + (10 + number)));
            }
            killedWhileFiling(server, bodies);
            var claims = fileAll(server, bodies);
            Eventually.within(PATIENCE, () -> !receiver.told(KIND).isEmpty());
            server.kill();
            server.restart();
            Eventually.within(PATIENCE, () -> receiver.told(KIND).keySet().containsAll(claims));
            assertThat(receiver.told(KIND)).containsOnlyKeys(claims);
            assertThat(receiver.told(KIND).values())
                    .as("ids under which each claim's task was told")
                    .allMatch(ids -> ids.size() == 1);
            assertThat(noticesOfHead(server)).containsExactlyInAnyOrderElementsOf(claims);
        }
    }

    /** Four at once file; the power goes while they do. */
    private static void killedWhileFiling(Server server, List<Map<String, Object>> bodies) {
        var filed = ConcurrentHashMap.<Integer>newKeySet();
        try (var people = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < bodies.size(); i++) {
                var number = i;
                people.execute(() -> {
                    try {
                        Api.as(server, "staff1").post("/api/v1/cases", bodies.get(number), "told-" + number);
                        filed.add(number);
                    } catch (UncheckedIOException e) {
                        // Nobody answered: it is filed again under the same key.
                    }
                });
            }
            Eventually.within(PATIENCE, () -> filed.size() >= CLAIMS / 3);
            server.kill();
        }
        server.restart();
    }

    private static Set<String> fileAll(Server server, List<Map<String, Object>> bodies) {
        var ids = new HashSet<String>();
        for (int i = 0; i < bodies.size(); i++) {
            var number = i;
            var answers = new ArrayList<Api.Answer>();
            Eventually.within(PATIENCE, () -> {
                answers.add(Api.as(server, "staff1").post("/api/v1/cases", bodies.get(number), "told-" + number));
                return answers.getLast().status() != 409;
            });
            ids.add(answers.getLast().ok().text("/id"));
        }
        assertThat(ids).hasSize(CLAIMS);
        return ids;
    }

    private static List<String> noticesOfHead(Server server) {
        return Api.as(server, "head1")
                .get("/api/v1/notifications?box=tasks&page_size=200")
                .ok()
                .body()
                .at("/items")
                .valueStream()
                .filter(notice -> notice.at("/subject").asString().contains("要告诉人的报销"))
                .map(notice -> notice.at("/case_id").asString())
                .toList();
    }
}
