package zhangfa.e2e;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People who buy, approve and pay on whatever node answers, and repeat under the same key what nobody has acknowledged. */
final class Market implements AutoCloseable {

    private static final long BREATH = 200_000_000L;

    /** What came of one order: the case that buys, the one that it called to pay, and the one that listens for its end. */
    record Order(String name, String listener, String buying, String paying) {

        /** What the very first request is answered when it is repeated long afterwards. */
        String repeated(Server server) {
            return start(server, "crash-buy", name).ok().text("/id");
        }
    }

    /** One request, told to one node. */
    private interface Wish {
        Api.Answer tell(Server node);
    }

    private final List<Server> nodes;
    private final AtomicInteger acknowledged;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;

    Market(List<Server> nodes, AtomicInteger acknowledged) {
        this.nodes = nodes;
        this.acknowledged = acknowledged;
    }

    List<Order> orders() {
        return orders;
    }

    /** Until the market closes; an order that was begun is brought to its end. */
    void trade() {
        while (open) {
            var number = numbers.incrementAndGet();
            var name = "order-" + number;
            var listener =
                    promised(number, node -> start(node, "crash-hear", name)).text("/id");
            var buying =
                    promised(number, node -> start(node, "crash-buy", name)).text("/id");
            approve(number, "head1", task(number, buying));
            var paying = called(number, buying);
            approve(number, "cashier1", task(number, paying));
            orders.add(new Order(name, listener, buying, paying));
        }
    }

    void end() {
        open = false;
    }

    @Override
    public void close() {
        end();
    }

    private static Api.Answer start(Server node, String process, String name) {
        return Api.as(node, "staff1")
                .post(
                        "/api/v1/cases",
                        Map.of("process", process, "title", name, "form", Map.of("order", name)),
                        process + name);
    }

    private void approve(int number, String person, String task) {
        promised(
                number,
                node -> Api.as(node, person)
                        .post("/api/v1/tasks/" + task + "/actions/approve", Map.of(), "approve-" + task));
    }

    private String task(int number, String id) {
        return answered(number, node -> Api.as(node, "inspector1").get("/api/v1/cases/" + id))
                .text("/tasks/0/id");
    }

    /** The case that this one has called, once a job has begun it. */
    private String called(int number, String buying) {
        while (true) {
            var called = answered(number, node -> Api.as(node, "inspector1").get("/api/v1/cases/" + buying))
                    .text("/called/0/id");
            if (!called.isEmpty()) {
                return called;
            }
            LockSupport.parkNanos(BREATH);
        }
    }

    private Api.Answer promised(int number, Wish wish) {
        var answer = answered(number, wish);
        acknowledged.incrementAndGet();
        return answer;
    }

    /** From one node after another until one acknowledges it; what a crash cut off is for a while said to be still handled. */
    private Api.Answer answered(int number, Wish wish) {
        for (int turn = number; ; turn++) {
            try {
                var answer = wish.tell(nodes.get(turn % nodes.size()));
                if (answer.status() < 300) {
                    return answer;
                }
                if (answer.status() != 409 && answer.status() < 500) {
                    throw new IllegalStateException(answer.toString());
                }
            } catch (UncheckedIOException | AssertionError nobodyAnswered) {
                // Nothing was promised.
            }
            LockSupport.parkNanos(BREATH);
        }
    }
}
