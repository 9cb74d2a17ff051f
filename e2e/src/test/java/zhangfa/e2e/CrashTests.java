package zhangfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Power cuts: what was promised is there, and there once. */
class CrashTests {

    private static final int CLAIMS = 24;

    /** One promise of the server: the key under which it was asked for, and the answer. */
    private record Wish(String person, String path, Map<String, Object> body, String key) {

        Api.Answer tell(Server server) {
            return Api.as(server, person).post(path, body, key);
        }
    }

    private final Map<Wish, String> kept = new ConcurrentHashMap<>();

    @Test
    void killedInTheMiddleNothingIsLostNothingTwice() {
        try (var server = Server.withDemo("crash")) {
            var claims = claims(server);
            killedWhileTelling(server, claims, () -> server.kill());
            tellAll(server, claims);
            assertThat(titles(server)).hasSize(CLAIMS).doesNotHaveDuplicates();

            var approvals = deeds(server, "head1", "approve");
            killedWhileTelling(server, approvals, () -> {
                server.killDatabase();
                server.kill();
            });
            tellAll(server, approvals);
            tellAll(server, deeds(server, "finance1", "approve"));

            var payments = deeds(server, "cashier1", "complete");
            killedWhileTelling(server, payments, () -> server.kill());
            tellAll(server, payments);
            assertThat(paid(server)).hasSize(CLAIMS).containsOnly(1L);
            assertThat(server.command("verify"))
                    .as("verify on the running server's folder")
                    .isZero();
        }
    }

    private static List<Wish> claims(Server server) {
        var claims = new ArrayList<Wish>();
        for (int number = 0; number < CLAIMS; number++) {
            var person = number % 2 == 0 ? "staff1" : "staff2";
            var body = Api.as(server, person).claimBody("停电前的报销 " + number, "10." + (10 + number));
            claims.add(new Wish(person, "/api/v1/cases", body, "claim-" + number));
        }
        return claims;
    }

    /** One deed on every task that waits for this person. */
    private static List<Wish> deeds(Server server, String person, String action) {
        var deeds = Api.as(server, person)
                .get("/api/v1/tasks?box=todo&page_size=200")
                .ok()
                .body()
                .at("/items")
                .valueStream()
                .map(task -> task.at("/id").asString())
                .map(id -> new Wish(person, "/api/v1/tasks/" + id + "/actions/" + action, Map.of(), action + "-" + id))
                .toList();
        assertThat(deeds).hasSize(CLAIMS);
        return deeds;
    }

    /** Four at once tell their wishes; the power goes once a third was promised. */
    private void killedWhileTelling(Server server, List<Wish> wishes, Runnable powerCut) {
        var before = kept.size();
        try (var people = Executors.newFixedThreadPool(4)) {
            wishes.forEach(wish -> people.execute(() -> tell(server, wish)));
            Eventually.within(Duration.ofSeconds(60), () -> kept.size() >= before + wishes.size() / 3);
            powerCut.run();
        }
        assertThat(kept.size()).isLessThan(before + wishes.size());
        server.restart();
    }

    private void tell(Server server, Wish wish) {
        try {
            var answer = wish.tell(server);
            if (answer.status() < 300) {
                kept.put(wish, answer.text("/id") + answer.text("/task/id"));
            }
        } catch (java.io.UncheckedIOException e) {
            // Nobody answered: nothing was promised, and the wish is told again after the restart.
        }
    }

    /**
     * Everybody repeats everything under the same keys; what was promised is answered alike. What the crash cut off is for
     * some seconds said to be still handled.
     */
    private void tellAll(Server server, List<Wish> wishes) {
        for (var wish : wishes) {
            var answers = new ArrayList<Api.Answer>();
            Eventually.within(Duration.ofSeconds(30), () -> {
                answers.add(wish.tell(server));
                return answers.getLast().status() != 409;
            });
            var answer = answers.getLast().ok();
            var promised = kept.get(wish);
            if (promised != null) {
                assertThat(answer.text("/id") + answer.text("/task/id")).isEqualTo(promised);
            }
        }
    }

    private static List<String> titles(Server server) {
        return ours(server).map(found -> found.at("/title").asString()).toList();
    }

    /** For each completed claim, how often its journal says that it was paid. */
    private static List<Long> paid(Server server) {
        return ours(server)
                .filter(found -> found.at("/status").asString().equals("completed"))
                .map(found -> payments(server, found.at("/id").asString()))
                .toList();
    }

    private static long payments(Server server, String claim) {
        return items(server, "/api/v1/cases/" + claim + "/journal?page_size=200")
                .filter(entry -> entry.at("/activity").asString().equals("payment")
                        && entry.at("/lifecycle").asString().equals("complete"))
                .count();
    }

    private static Stream<JsonNode> ours(Server server) {
        return items(server, "/api/v1/cases?page_size=200")
                .filter(found -> found.at("/title").asString().contains("停电前的报销"));
    }

    private static Stream<JsonNode> items(Server server, String path) {
        return Api.as(server, "manager").get(path).ok().body().at("/items").valueStream();
    }
}
