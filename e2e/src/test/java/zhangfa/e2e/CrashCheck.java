package zhangfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The long proof, apart from the tests: two nodes on one database under load, one of them killed with SIGKILL again and again.
 * No acknowledged command is lost, none is applied twice, messages and called cases arrive once, and every case is the fold of its
 * journal. -Dzhangfa.kills says how often, -Dzhangfa.seed repeats a run's choices, -Dzhangfa.patience gives a busy machine more minutes.
 */
class CrashCheck {

    private static final int KILLS = Integer.getInteger("zhangfa.kills", 50);
    private static final long SEED = Long.getLong("zhangfa.seed", System.nanoTime());
    private static final int BUYERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("zhangfa.patience", 5));

    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void noNodeThatIsKilledLosesOrDoublesAnything() throws Exception {
        var random = new SplittableRandom(SEED);
        try (var first = Server.withDemo("check-1", Map.of("ZHANGFA_JOB_PULSE", "1s"));
                var second = Server.beside("check-2", first)) {
            CrashModels.publish(first);
            var orders = tradeWhileNodesDie(List.of(first, second), random);
            proveAll(first, orders);
            System.out.printf(
                    "kill -9: %d times, %d commands acknowledged, %d orders whole, seed %d%n",
                    KILLS, acknowledged.get(), orders.size(), SEED);
        }
    }

    /** What was begun before the market closed is brought to its end. */
    private List<Market.Order> tradeWhileNodesDie(List<Server> nodes, SplittableRandom random) throws Exception {
        try (var people = Executors.newFixedThreadPool(BUYERS);
                var market = new Market(nodes, acknowledged)) {
            var trades = Stream.generate(() -> people.submit(market::trade))
                    .limit(BUYERS)
                    .toList();
            for (int kill = 0; kill < KILLS; kill++) {
                killUnderLoad(nodes.get(random.nextInt(2)), random.nextInt(1, 40), trades);
            }
            market.end();
            for (var trade : trades) {
                trade.get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
            }
            return market.orders();
        }
    }

    /** At a moment that nobody chose: so many promises later. Whoever gives up trading fails the check. */
    private void killUnderLoad(Server node, int promises, List<? extends Future<?>> trades) {
        var from = acknowledged.get();
        Eventually.within(PATIENCE, () -> {
            assertThat(trades).noneMatch(Future::isDone);
            return acknowledged.get() >= from + promises;
        });
        node.kill();
        node.restart();
    }

    private static void proveAll(Server server, List<Market.Order> orders) {
        assertThat(orders).isNotEmpty();
        for (var order : orders) {
            Eventually.within(PATIENCE, () -> status(server, order.listener()).equals("completed"));
            assertThat(status(server, order.buying())).as(order.name()).isEqualTo("completed");
            assertThat(status(server, order.paying())).as(order.name()).isEqualTo("completed");
            once(server, order.buying(), entry -> is(entry, "task_closed", "head"));
            once(server, order.buying(), entry -> is(entry, "case_called", "pay"));
            once(server, order.buying(), entry -> is(entry, "message_thrown", "tell"));
            once(server, order.paying(), entry -> is(entry, "task_closed", "cash"));
            once(server, order.listener(), entry -> is(entry, "event_occurred", "hear"));
            assertThat(order.repeated(server)).as(order.name()).isEqualTo(order.buying());
        }
        assertThat(paid(server)).hasSize(orders.size()).doesNotHaveDuplicates();
        assertThat(server.command("verify"))
                .as("verify: " + server.output("verify"))
                .isZero();
    }

    private static boolean is(JsonNode entry, String kind, String activity) {
        return entry.at("/kind").asString().equals(kind)
                && entry.at("/activity").asString().equals(activity);
    }

    private static void once(Server server, String id, Predicate<JsonNode> what) {
        assertThat(items(server, "/api/v1/cases/" + id + "/journal?page_size=200")
                        .filter(what))
                .as(id)
                .hasSize(1);
    }

    private static String status(Server server, String id) {
        return Api.as(server, "inspector1").get("/api/v1/cases/" + id).ok().text("/status");
    }

    /** Titles of the called cases, all of them. */
    private static List<String> paid(Server server) {
        var titles = new ArrayList<String>();
        var after = "";
        do {
            var page = Api.as(server, "inspector1")
                    .get("/api/v1/cases?process=crash-pay&page_size=200" + after)
                    .ok();
            page.body()
                    .at("/items")
                    .valueStream()
                    .forEach(found -> titles.add(found.at("/title").asString()));
            after = page.body().at("/next").isString() ? "&after=" + page.text("/next") : "";
        } while (!after.isEmpty());
        return titles;
    }

    private static Stream<JsonNode> items(Server server, String path) {
        return Api.as(server, "inspector1").get(path).ok().body().at("/items").valueStream();
    }
}
