package zhangfa.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.Zhangfa;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;
import zhangfa.process.Processes;

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

    private static final String BPMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="bench"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <bpmn:process id="%s" name="Users" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="colleague" name="Colleague" zhangfa:kind="approval" camunda:assignee="${colleague}"/>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="colleague"/>
                <bpmn:sequenceFlow id="b" sourceRef="colleague" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """.formatted(Colleague.PROCESS);

    private UserBench() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("zhangfa.data", System.getProperty("zhangfa.data", "bench/target/users"));
        System.setProperty("server.port", "0");
        try (var context = (ServletWebServerApplicationContext) SpringApplication.run(Zhangfa.class)) {
            var server = context.getWebServer();
            if (server == null) {
                throw new IllegalStateException("No server is running");
            }
            hire(context.getBean(JdbcClient.class));
            handOut(context.getBean(Processes.class), context.getBean(Cases.class), context.getBean(Accounts.class));
            var colleagues = new ArrayList<Colleague>();
            for (int i = 0; i < USERS; i++) {
                colleagues.add(new Colleague("http://127.0.0.1:" + server.getPort(), name(i), name((i + 1) % USERS)));
            }
            System.out.printf("%d people logged in%n", colleagues.size());
            work(colleagues, WARM_UP);
            print(work(colleagues, TIME));
        }
    }

    private static String name(int number) {
        return "bench" + number;
    }

    /** People of the first staff member's unit, with the same password and role. */
    private static void hire(JdbcClient jdbc) {
        var fill = List.of("""
                insert into identity.account (id, username, name, status, password, password_changed_at)
                select gen_random_uuid(), ?, ?, 'active', password, now() from identity.account where username = 'staff1'
                on conflict do nothing""", """
                insert into identity.account_role select a.id, r.role from identity.account a, identity.account_role r
                join identity.account s on s.id = r.account and s.username = 'staff1' where a.username = ? and a.name = ? on conflict do nothing""", """
                insert into organization.person select a.id, a.username, a.name, null, null, a.username, true, current_date - 30
                from identity.account a where a.username = ? and a.name = ? on conflict do nothing""", """
                insert into organization.assignment
                select gen_random_uuid(), p.id, x.unit, x.position, x.level, daterange(current_date - 30, null)
                from organization.person p, organization.assignment x join organization.person s on s.id = x.person and s.username = 'staff1'
                where p.username = ? and p.name = ? and upper_inf(x.during) and not exists (select 1 from organization.assignment y where y.person = p.id)""");
        for (int i = 0; i < USERS; i++) {
            for (var statement : fill) {
                jdbc.sql(statement).params(name(i), name(i)).update();
            }
        }
    }

    /** An inbox as it is found in the morning. */
    private static void handOut(Processes processes, Cases cases, Accounts accounts) {
        processes.handIn(new Processes.Draft(BPMN, null, null, List.of()), true, null);
        for (int i = 0; i < USERS; i++) {
            var starter = accounts.named(name(i)).orElseThrow();
            var form = Map.<String, Object>of("title", "bench", "colleague", name((i + 1) % USERS));
            IntStream.range(0, TASKS)
                    .forEach(task -> cases.start(starter, new Cases.Wish(Colleague.PROCESS, form, null, null)));
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

    private static void print(List<Colleague.Wait> waits) {
        var kinds = new TreeMap<String, List<Double>>();
        for (var wait : waits) {
            kinds.computeIfAbsent(wait.what(), kind -> new ArrayList<>()).add(wait.millis());
        }
        System.out.printf("%-16s %9s %9s %9s %9s %9s%n", "milliseconds", "requests", "p50", "p95", "p99", "max");
        kinds.forEach((what, all) -> {
            var sorted = all.stream().sorted().toList();
            System.out.printf(
                    "%-16s %9d %9.1f %9.1f %9.1f %9.1f%n",
                    what, sorted.size(), at(sorted, 50), at(sorted, 95), at(sorted, 99), sorted.getLast());
        });
        System.out.printf(
                "%d requests, %.0f a second, %d answered with an error%n",
                waits.size(),
                waits.size() / (double) TIME.toSeconds(),
                waits.stream().filter(wait -> wait.status() >= 300).count());
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
