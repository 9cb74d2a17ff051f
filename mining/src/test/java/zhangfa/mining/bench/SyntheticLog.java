package zhangfa.mining.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A purchase-to-pay log of any size, the same bytes for the same size and seed: the rules, and the numbers drawn, of the reference data's
 * {@code gen_log.py}. Cases overlap and rows stand in the order of time, as a journal has them.
 */
public final class SyntheticLog {

    public static final int SEED = 20240101;

    private static final long DAY = 86_400_000L;
    private static final long BASE = Instant.parse("2023-01-02T08:00:00Z").toEpochMilli();
    private static final long HALF = BASE + 182 * DAY;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Map<String, Integer> STAFF =
            Map.of("clerk", 14, "buyer", 8, "manager", 4, "store", 6, "accounts", 6, "system", 2);
    private static final Map<String, Work> WORK = work();

    private final MersenneTwister random;
    private List<Step> steps = new ArrayList<>();
    private boolean slow;

    private record Work(String role, double meanSeconds) {}

    private record Step(long time, String activity) {}

    private record Done(long time, String activity, String who) {}

    private record Running(long time, int number, int next, List<Done> events) {}

    private SyntheticLog(int seed) {
        random = new MersenneTwister(seed);
    }

    /** Writes the log as CSV: case_id, activity, timestamp, resource, lifecycle. */
    public static void write(int events, int seed, OutputStream out) throws IOException {
        try (var buffered = new BufferedOutputStream(out, 1 << 16)) {
            new SyntheticLog(seed).write(events, buffered);
        }
    }

    private void write(int events, OutputStream out) throws IOException {
        var gap = 365.0 * DAY / Math.max(1.0, events / 15.2);
        var running = new PriorityQueue<Running>(
                Comparator.comparingLong(Running::time).thenComparingInt(Running::number));
        var arrival = (double) BASE;
        var cases = 0;
        out.write("case_id,activity,timestamp,resource,lifecycle\n".getBytes(StandardCharsets.US_ASCII));
        for (var written = 0; written < events; written++) {
            while (running.isEmpty() || arrival <= running.peek().time()) {
                arrival += random.exponential(1.0 / gap);
                var done = oneCase((long) arrival);
                running.add(new Running(done.getFirst().time(), ++cases, 0, done));
            }
            var first = running.remove();
            var event = first.events().get(first.next());
            out.write("C%08d,%s,%s,%s,complete\n"
                    .formatted(
                            first.number(),
                            event.activity(),
                            TIME.format(Instant.ofEpochMilli(first.time())),
                            event.who())
                    .getBytes(StandardCharsets.US_ASCII));
            var next = first.next() + 1;
            if (next < first.events().size()) {
                var time = Math.max(first.events().get(next).time(), first.time());
                running.add(new Running(time, first.number(), next, first.events()));
            }
        }
    }

    private List<Done> oneCase(long start) {
        steps = new ArrayList<>();
        slow = start > HALF;
        walk(start);
        steps.sort(Comparator.comparingLong(Step::time).thenComparing(Step::activity));
        if (random.uniform() < 0.03 && steps.size() > 3) {
            disturb();
        }
        return staffed();
    }

    private void walk(long start) {
        var created = step(start, "Create Requisition");
        var checked = Math.max(step(created, "Check Budget"), step(created, "Check Vendor"));
        var asked = created;
        for (var round = 0; round < 2 && random.uniform() < 0.15; round++) {
            asked = step(step(asked, "Ask Clarification"), "Answer Clarification");
        }
        checked = Math.max(checked, asked);
        if (random.uniform() < 0.06) {
            step(checked, "Reject Requisition");
            return;
        }
        var approved = step(checked, "Approve 1");
        if (random.uniform() < 0.3) {
            approved = step(approved, "Approve 2");
        }
        pay(deliver(order(approved)));
    }

    private long order(long time) {
        while (true) {
            time = step(time, "Create Order");
            time = step(time, random.uniform() < 0.8 ? "Send Order EDI" : "Send Order Mail");
            if (random.uniform() >= (slow ? 0.25 : 0.12)) {
                return time;
            }
            time = step(time, "Change Order");
        }
    }

    private long deliver(long time) {
        var goods = step(step(time, "Receive Goods"), "Inspect Goods");
        if (random.uniform() < 0.05) {
            goods = step(step(goods, "Return Goods"), "Receive Goods");
        }
        var invoice = step(step(time, "Receive Invoice"), "Match Invoice");
        while (random.uniform() < 0.18) {
            invoice = step(step(invoice, "Resolve Mismatch"), "Match Invoice");
        }
        return Math.max(goods, invoice);
    }

    private void pay(long time) {
        time = step(time, "Post Payment");
        if (random.uniform() < 0.08) {
            time = step(step(time, "Block Payment"), "Release Payment");
        }
        step(step(time, "Pay"), "Close Case");
    }

    private long step(long time, String activity) {
        var work = WORK.get(activity);
        var mean = slow && activity.startsWith("Approve") ? work.meanSeconds() * 1.6 : work.meanSeconds();
        time += (long) random.exponential(1.0 / (mean * 1000)) + 1000;
        if (!work.role().equals("system")) {
            time = inOfficeHours(time);
        }
        steps.add(new Step(time, activity));
        return time;
    }

    /** The base is a Monday at eight; work is done until seventeen, Monday to Friday. */
    private long inOfficeHours(long time) {
        var day = (time - BASE) / DAY;
        if (day % 7 > 4) {
            return BASE + (day + 7 - day % 7) * DAY + (long) (random.uniform() * 5_400_000);
        }
        if ((time - BASE) % DAY <= 9 * 3_600_000L) {
            return time;
        }
        day++;
        if (day % 7 > 4) {
            day += 7 - day % 7;
        }
        return BASE + day * DAY + (long) (random.uniform() * 5_400_000);
    }

    private void disturb() {
        var at = 1 + random.below(steps.size() - 2);
        var kind = random.uniform();
        var step = steps.get(at);
        if (kind < 0.4) {
            steps.remove(at);
        } else if (kind < 0.7) {
            steps.add(at + 1, new Step(step.time() + 1000, step.activity()));
        } else {
            var next = steps.get(at + 1);
            steps.set(at, new Step(step.time(), next.activity()));
            steps.set(at + 1, new Step(next.time(), step.activity()));
        }
    }

    private List<Done> staffed() {
        var last = new HashMap<String, String>();
        var done = new ArrayList<Done>();
        for (var step : steps) {
            var role = WORK.get(step.activity()).role();
            var who = random.uniform() < 0.6 ? last.get(role) : null;
            if (who == null) {
                who = "%s-%02d".formatted(role, (int) (Math.pow(random.uniform(), 1.5) * STAFF.get(role)) + 1);
            }
            last.put(role, who);
            done.add(new Done(step.time(), step.activity(), who));
        }
        return done;
    }

    private static Map<String, Work> work() {
        var work = new HashMap<String, Work>();
        var lines = """
                Create Requisition/clerk/1200,Check Budget/accounts/5400,Check Vendor/buyer/7200,Ask Clarification/buyer/1800,\
                Answer Clarification/clerk/14400,Approve 1/manager/21600,Approve 2/manager/43200,Reject Requisition/manager/10800,\
                Create Order/buyer/3600,Send Order EDI/system/30,Send Order Mail/buyer/1800,Change Order/buyer/28800,\
                Receive Goods/store/259200,Inspect Goods/store/7200,Return Goods/store/86400,Receive Invoice/accounts/172800,\
                Match Invoice/accounts/10800,Resolve Mismatch/accounts/57600,Post Payment/accounts/28800,Block Payment/manager/36000,\
                Release Payment/manager/86400,Pay/system/86400,Close Case/clerk/7200""";
        for (var line : lines.split(",")) {
            var parts = line.split("/");
            work.put(parts[0], new Work(parts[1], Double.parseDouble(parts[2])));
        }
        return work;
    }
}
