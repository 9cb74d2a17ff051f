package zhangfa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;

/**
 * What 1,000 sections with 20,000 articles cost: the first start that loads and adopts them all, the next one, and every page of the rulebook over HTTP
 * on the product's own server, first one reader, then four at once ({@code bin/bench rulebook}). A folder of data is gone on with.
 */
final class RulebookBench {

    private static final int ROUNDS = Integer.getInteger("rounds", 100);
    private static final int WARM_UP = Integer.getInteger("warm-up", 60);
    private static final int READERS = 4;
    private static final int CASES = 300;
    private static final long A_SECOND = 1_000_000_000;

    private RulebookBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of("bench/target/shelf");
        if (!Files.exists(folder)) {
            Shelf.write(folder);
        }
        System.setProperty("ZHANGFA_RULEBOOK", folder.toString());
        started("first start").close();
        try (var product = started("second start")) {
            beginCases(product);
            waitForControls(product.getBean(JdbcClient.class));
            var base = "http://127.0.0.1:"
                    + Objects.requireNonNull(product.getWebServer()).getPort();
            var readers = new ArrayList<Colleague>();
            for (int i = 0; i < READERS; i++) {
                readers.add(new Colleague(base, "designer1", "designer1"));
            }
            read(readers.getFirst(), WARM_UP);
            System.out.printf("%n%,d sections, %,d articles, one reader%n", Shelf.SECTIONS, Shelf.ARTICLES);
            print(read(readers.getFirst(), ROUNDS));
            System.out.printf("%n%d readers at once%n", READERS);
            print(together(readers));
        }
    }

    private static ServletWebServerApplicationContext started(String which) {
        var begun = System.nanoTime();
        var product = Crowd.open("bench/target/rulebook");
        System.out.printf("%s: %.1f s%n", which, (System.nanoTime() - begun) / 1e9);
        return product;
    }

    /** Evidence for some of the sections. */
    private static void beginCases(ServletWebServerApplicationContext product) {
        var staff = product.getBean(Accounts.class).named("staff1").orElseThrow();
        var cases = product.getBean(Cases.class);
        for (int i = 0; i < CASES; i++) {
            cases.start(staff, new Cases.Wish("bench-" + i, Map.of("title", "bench"), "bench", null));
        }
    }

    private static void waitForControls(JdbcClient jdbc) {
        while (jdbc.sql("select count(distinct control) from rulebook.control_run")
                        .query(Long.class)
                        .single()
                < Shelf.SECTIONS) {
            LockSupport.parkNanos(A_SECOND);
        }
    }

    private static List<Colleague.Wait> together(List<Colleague> readers) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var rounds = new ArrayList<Future<List<Colleague.Wait>>>();
            readers.forEach(reader -> rounds.add(people.submit(() -> read(reader, ROUNDS / READERS))));
            var waits = new ArrayList<Colleague.Wait>();
            for (var round : rounds) {
                waits.addAll(round.get());
            }
            return waits;
        }
    }

    private static List<Colleague.Wait> read(Colleague reader, int rounds) throws IOException, InterruptedException {
        var waits = new ArrayList<Colleague.Wait>();
        for (int i = 0; i < rounds; i++) {
            for (var look : looks().entrySet()) {
                waits.add(reader.reads(look.getKey(), look.getValue()));
            }
        }
        return waits;
    }

    /** Every page, somewhere else each time. */
    private static Map<String, String> looks() {
        var chapter = "K%d.%d".formatted(any(), any() + 1);
        var section = "%s.%d".formatted(chapter, any() + 1);
        var looks = new TreeMap<String, String>();
        looks.put("contents", "/rulebook");
        looks.put("contents, chapter", "/rulebook?open=" + chapter);
        looks.put("contents, words", "/rulebook?q=" + section);
        looks.put("contents, all found", "/rulebook?q=%E6%9D%90%E6%96%99");
        looks.put("article", "/rulebook/articles/" + section + "." + (any() + 1));
        looks.put("coverage", "/rulebook/coverage");
        looks.put("coverage, chapter", "/rulebook/coverage?chapter=" + chapter);
        looks.put("coverage, section", "/rulebook/coverage?chapter=" + section);
        looks.put("obligations, month", "/rulebook/obligations");
        looks.put("obligations, month end", "/rulebook/obligations/month-end");
        looks.put("obligations, report", "/rulebook/obligations/report");
        looks.put("obligations, all", "/rulebook/obligations/list");
        looks.put("controls", "/rulebook/controls");
        looks.put("control, new", "/rulebook/controls/new");
        looks.put("regulations", "/rulebook/regulations");
        looks.put("readings", "/rulebook/readings");
        looks.put("drafts", "/rulebook/drafts");
        looks.put("registers", "/registers");
        looks.put("search", "/search?q=" + section);
        looks.put("my day", "/");
        looks.put("API coverage", "/api/v1/rulebook/coverage");
        looks.put("API clauses", "/api/v1/rulebook/clauses?page_size=100&after=" + section + ".1");
        looks.put("API obligations", "/api/v1/rulebook/obligations");
        looks.put("API occurrences", "/api/v1/rulebook/occurrences?page_size=100");
        return looks;
    }

    private static int any() {
        return ThreadLocalRandom.current().nextInt(10);
    }

    private static void print(List<Colleague.Wait> waits) {
        Waits.print(waits);
        System.out.printf("%d answered with an error%n", Waits.failed(waits));
    }
}
