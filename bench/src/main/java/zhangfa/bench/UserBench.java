package zhangfa.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A working day in two minutes: many people at once look at their inbox, read cases, decide and start new ones, with a pause for
 * thought after each, over HTTP on the product's own server, the load generator on the same cores. What counts is how long they wait.
 */
final class UserBench {

    private static final int USERS = Integer.getInteger("users", 200);
    private static final int TASKS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("warm-up", 60));
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("seconds", 120));
    private static final Duration LONGEST_THOUGHT = Duration.ofMillis(Long.getLong("thought", 4000));

    private UserBench() {}

    public static void main(String[] arguments) throws Exception {
        try (var context = Crowd.open("bench/target/users")) {
            var crowd = Crowd.hire(context, USERS);
            crowd.handOut(TASKS, title -> "bench");
            var colleagues = crowd.logIn();
            System.out.printf("%d people logged in%n", colleagues.size());
            work(colleagues, WARM_UP);
            var waits = work(colleagues, TIME);
            Waits.print(waits);
            System.out.printf(
                    "%d requests, %.0f a second, %d answered with an error%n",
                    waits.size(), waits.size() / (double) TIME.toSeconds(), Waits.failed(waits));
        }
    }

    private static List<Colleague.Wait> work(List<Colleague> colleagues, Duration time) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var days = new ArrayList<Future<List<Colleague.Wait>>>();
            for (var colleague : colleagues) {
                days.add(people.submit(() -> day(colleague, end)));
            }
            var waits = new ArrayList<Colleague.Wait>();
            for (var day : days) {
                waits.addAll(day.get());
            }
            return waits;
        }
    }

    private static List<Colleague.Wait> day(Colleague colleague, long end) throws Exception {
        var waits = new ArrayList<Colleague.Wait>();
        while (true) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_THOUGHT.toNanos()));
            if (System.nanoTime() >= end) {
                return waits;
            }
            waits.addAll(colleague.doesSomething(ThreadLocalRandom.current().nextInt(100)));
        }
    }
}
