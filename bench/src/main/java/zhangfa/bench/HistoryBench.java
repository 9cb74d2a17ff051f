package zhangfa.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a long history costs whoever looks: inboxes, lists and cases over HTTP on the product's own server, one request after the other, each time
 * as somebody else, while more and more cases have ended ({@code bin/bench history 10000 1000000 5000000}). A folder of data is gone on with.
 */
final class HistoryBench {

    private static final int USERS = Integer.getInteger("users", 200);
    private static final int MODELS = 3;
    private static final int OPEN = 30;
    private static final int REQUESTS = Integer.getInteger("requests", 1000);
    private static final int WARM_UP = Integer.getInteger("warm-up", 1500);

    private static final List<String> ABOUT =
            List.of("差旅报销 上海", "办公用品采购", "用印申请 合同", "市场活动预算", "招聘需求 客服", "设备维修", "客户拜访 广州", "培训费用", "加班调休", "供应商付款");

    private final JdbcClient jdbc;
    private final List<Colleague> colleagues;

    private HistoryBench(JdbcClient jdbc, List<Colleague> colleagues) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
    }

    public static void main(String[] sizes) throws Exception {
        try (var context = Crowd.open("bench/target/history")) {
            var crowd = Crowd.hire(context, USERS);
            var jdbc = context.getBean(JdbcClient.class);
            var history = new History(jdbc);
            if (history.isNew()) {
                var models = crowd.handOut(MODELS, HistoryBench::title);
                crowd.decide(tasks(jdbc, models));
                crowd.handOut(OPEN, HistoryBench::title);
                history.copyThese(models);
            }
            new HistoryBench(jdbc, crowd.logIn())
                    .run(history, Stream.of(sizes).map(Long::valueOf).toList());
        }
    }

    private static String title(int number) {
        return ABOUT.get(number % ABOUT.size()) + " " + number;
    }

    private static List<Map.Entry<UUID, UUID>> tasks(JdbcClient jdbc, List<UUID> cases) {
        return jdbc.sql("select id, assignee from process.task where case_id = any (?) and closing is null")
                .param(cases.toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("id", UUID.class), row.getObject("assignee", UUID.class)))
                .list();
    }

    private void run(History history, List<Long> stages) throws Exception {
        for (var stage : stages) {
            var begun = System.nanoTime();
            history.writeUpTo(stage);
            System.out.printf(
                    "%n%,d finished cases, %s, written in %d s%n",
                    stage, size(), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
            look(WARM_UP);
            var waits = look(REQUESTS);
            Waits.print(waits);
            System.out.printf("%d answered with an error%n", Waits.failed(waits));
        }
    }

    private String size() {
        return jdbc.sql("select pg_size_pretty(pg_database_size(current_database()))")
                .query(String.class)
                .single();
    }

    private List<Colleague.Wait> look(int requests) throws Exception {
        var waits = new ArrayList<Colleague.Wait>();
        for (int i = 0; i < requests; i++) {
            var colleague = colleagues.get(ThreadLocalRandom.current().nextInt(colleagues.size()));
            waits.addAll(colleague.looksAround(ended(colleague)));
        }
        return waits;
    }

    /** Any of what this colleague has asked for. */
    private UUID ended(Colleague colleague) {
        return jdbc.sql("""
                        select c.id from process.case c join identity.account a on a.id = c.initiator
                        where a.username = ? and c.id < bench.key(now() - random() * interval '300 days', '') and c.ended_at is not null
                        order by c.id desc limit 1""")
                .param(colleague.username())
                .query(UUID.class)
                .optional()
                .orElseThrow();
    }
}
