package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.calendar.Calendars;
import zhangfa.database.Keys;
import zhangfa.job.Job;
import zhangfa.process.Messages;
import zhangfa.process.Messages.Incoming;
import zhangfa.process.Processes;
import zhangfa.process.Reading;

/** Cases that no person starts: a message, a signal or a time begins them, once, for whoever sent it or for the owner. */
@SpringBootTest
class BeginningTests {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T01:00:00Z");

    private final String process = "begin-" + Keys.next();

    @Autowired
    private Office office;

    @Autowired
    private Processes processes;

    @Autowired
    private Reading reading;

    @Autowired
    private Messages messages;

    @Autowired
    private Courier courier;

    @Autowired
    private Broadcast broadcast;

    @Autowired
    private Timetable timetable;

    @Autowired
    private Calendars calendars;

    @Autowired
    private JdbcClient jdbc;

    @Value("${zhangfa.zone}")
    private ZoneId zone;

    @Test
    void aMessageBeginsACaseForWhoeverSentItAndBringsItsFields() {
        publish(byMessage());
        var command = Keys.next();
        var id = messages.deliver(office.who("financehead"), ordered("A-1", command))
                .id();
        assertThat(messages.deliver(office.who("financehead"), ordered("A-1", command))
                        .id())
                .isEqualTo(id);
        assertThat(cases()).containsExactly(id);
        assertThat(office.steps(id)).containsExactly("book");
        assertThat(office.file(id).form()).containsEntry("order", "A-1");
        assertThat(office.seats(id)).containsExactly("financehead");
        assertThat(office.kinds(id)).startsWith("case_started");
        assertThat(office.isProven(id)).isTrue();
    }

    @Test
    void aMessageGoesToTheCaseThatWaitsForItRatherThanBeginningAnother() {
        publish(byMessage());
        office.publish(Office.model("""
                <bpmn:message id="m" name="%1$s-ordered"/>
                <bpmn:process id="%1$s-waits" name="等订单" isExecutable="true" zhangfa:owner="person:financehead">
                  <bpmn:startEvent id="start"/><bpmn:receiveTask id="wait" messageRef="m"/><bpmn:endEvent id="end"/>
                """.formatted(process) + Office.flows("start", "wait", "end") + "</bpmn:process>"));
        var waiting = office.start(process + "-waits", Map.of());
        assertThat(messages.deliver(office.who("financehead"), ordered("B-1", null))
                        .id())
                .isEqualTo(waiting);
        assertThat(cases()).isEmpty();
    }

    @Test
    void aMessageThatACaseThrowsBeginsOneForItsInitiatorHoweverOftenTheJobRuns() {
        publish(process + "-sends", "<bpmn:startEvent id=\"came\"/>");
        var from = office.start("head1", process + "-sends", Map.of());
        publish(byMessage());
        var job = job(Courier.KIND, new Courier.Letter(from, "tell", process + "-ordered", null));
        courier.run(job);
        courier.run(job);
        assertThat(cases()).hasSize(1);
        assertThat(office.seats(cases().getFirst())).containsExactly("head1");
    }

    @Test
    void aSignalBeginsACaseOfEveryProcessThatItBeginsHoweverOftenTheJobRuns() {
        publish(bySignal());
        publish(process + "-too", bySignal());
        var job = job(Broadcast.KIND, new Broadcast.Call(process + "-closed", Instant.EPOCH, null, null, null));
        broadcast.run(job);
        broadcast.run(job);
        assertThat(cases()).hasSize(1);
        assertThat(cases(process + "-too")).hasSize(1);
        assertThat(office.seats(cases().getFirst())).containsExactly("financehead");
        assertThat(office.isProven(cases().getFirst())).isTrue();
    }

    @Test
    void whoSendsASignalLearnsHowManyItBegins() {
        publish(bySignal());
        assertThat(messages.signal(office.who("financehead"), process + "-closed", null)
                        .listeners())
                .isEqualTo(1);
    }

    @Test
    void everyTimeBeginsItsCaseOnceOnSeveralNodesAndTheLastIsTheLast() throws Exception {
        publish(byTime("<bpmn:timeCycle>R3/PT1H</bpmn:timeCycle>", ""));
        assertThat(due()).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
        for (int number = 1; number <= 3; number++) {
            var at = LONG_AGO.plus(Duration.ofHours(number - 1));
            var job = new Timetable.Tick(process, 1, "due", number, LONG_AGO, at).job();
            atOnce(() -> timetable.run(job));
        }
        assertThat(cases()).hasSize(3);
        var id = cases().getFirst();
        assertThat(office.seats(id)).containsExactly("financehead");
        assertThat(office.kinds(id)).startsWith("case_started");
        assertThat(office.isProven(id)).isTrue();
    }

    @Test
    void aTimeThatIsStillToComeIsWaitedFor() {
        publish(byTime("<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>", ""));
        var later = Instant.now().plus(Duration.ofHours(9));
        timetable.run(new Timetable.Tick(process, 1, "due", 1, later, later).job());
        assertThat(cases()).isEmpty();
        assertThat(due()).isAfter(Instant.now().plus(Duration.ofHours(8)));
    }

    @Test
    void theNextVersionTellsTheTimeFromNowOn() {
        publish(byTime("<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>", ""));
        publish(byMessage());
        assertThat(processes.starts(process)).extracting("nextAt").containsExactly((Object) null);
        timetable.run(new Timetable.Tick(process, 1, "due", 1, LONG_AGO, LONG_AGO).job());
        assertThat(cases()).isEmpty();
    }

    @Test
    void theEndOfAMonthStaysTheEndOfTheMonthInTheCompanysZone() {
        publish(byTime("<bpmn:timeCycle>R/2026-01-31T09:00:00+08:00/P1M</bpmn:timeCycle>", ""));
        var next = due().atZone(zone);
        assertThat(next.toLocalDate()).isEqualTo(YearMonth.from(next).atEndOfMonth());
        assertThat(next.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        assertThat(next.toInstant()).isAfter(Instant.now());
    }

    @Test
    void workingTimeIsCountedOnTheCalendarThatTheModelNames() {
        var before = Instant.now();
        publish(byTime("<bpmn:timeDuration>PT8H</bpmn:timeDuration>", "zhangfa:calendar=\"management\""));
        var calendar = calendars.company();
        assertThat(calendar.workingTimeBetween(before, due())).isGreaterThanOrEqualTo(Duration.ofHours(8));
        assertThat(calendar.workingTimeBetween(Instant.now(), due())).isLessThanOrEqualTo(Duration.ofHours(8));
    }

    @Test
    void whatBeginsByItselfNeedsAnOwnerAndAMessageOfItsOwn() {
        publish(byMessage());
        assertRefused("came", model(process + "-other", byMessage(), ""));
        assertRefused("came", model(process + "-third", byMessage(), "person:financehead"));
        assertRefused("due", model(process, byTime("<bpmn:timeCycle>R/PT5S</bpmn:timeCycle>", ""), "person:ceo"));
    }

    @Test
    void nothingThatItsOwnCasesSayBeginsAProcess() {
        var says = "<bpmn:endEvent id=\"end\"><bpmn:%1$sEventDefinition %1$sRef=\"%2$s\"/></bpmn:endEvent>";
        assertRefused("came", ending(bySignal(), says.formatted("signal", "s")));
        assertRefused("came", ending(byMessage(), says.formatted("message", "m")));
        office.publish(ending(bySignal(), says.formatted("message", "m")));
    }

    private String ending(String start, String end) {
        return model(process, start, "person:financehead").replace("<bpmn:endEvent id=\"end\"/>", end);
    }

    @Test
    void peopleDoNotStartWhatBeginsByItself() {
        publish(byMessage());
        assertThat(processes.find(process).orElseThrow().startable()).isFalse();
        assertThat(reading.forecast(office.who("head1"), process, Map.of()))
                .extracting("step")
                .containsExactly("book");
        assertThatThrownBy(() -> office.start(process, Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("pointer")
                                .containsExactly("/process"));
    }

    private void assertRefused(String element, String model) {
        assertThatThrownBy(() -> office.publish(model))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("pointer")
                                .contains(element));
    }

    private static void atOnce(Runnable work) throws Exception {
        Callable<Object> once = Executors.callable(work);
        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (var done : nodes.invokeAll(List.of(once, once, once))) {
                done.get();
            }
        }
    }

    private Instant due() {
        return processes.starts(process).getFirst().nextAt();
    }

    private List<UUID> cases() {
        return cases(process);
    }

    private List<UUID> cases(String of) {
        return jdbc.sql("select id from process.case where process = :process order by id")
                .param("process", of)
                .query(UUID.class)
                .list();
    }

    private Incoming ordered(String order, UUID command) {
        return new Incoming(process + "-ordered", null, null, Map.of("order", order), command);
    }

    private static Job job(String kind, Record data) {
        return Job.of(kind, Instant.EPOCH, JsonMapper.shared().writeValueAsString(data));
    }

    private String byMessage() {
        return "<bpmn:startEvent id=\"came\"><bpmn:messageEventDefinition messageRef=\"m\"/></bpmn:startEvent>";
    }

    private String bySignal() {
        return "<bpmn:startEvent id=\"came\"><bpmn:signalEventDefinition signalRef=\"s\"/></bpmn:startEvent>";
    }

    private String byTime(String time, String attributes) {
        return "<bpmn:startEvent id=\"due\" %s><bpmn:timerEventDefinition>%s</bpmn:timerEventDefinition></bpmn:startEvent>"
                .formatted(attributes, time);
    }

    private String publish(String start) {
        return publish(process, start);
    }

    private String publish(String key, String start) {
        return office.publish(model(key, start, "person:financehead"));
    }

    private String model(String key, String start, String owner) {
        return Office.model("""
                <bpmn:message id="m" name="%1$s-ordered"/>
                <bpmn:signal id="s" name="%1$s-closed"/>
                <bpmn:process id="%2$s" name="登记订单" isExecutable="true" %3$s>
                  %4$s<bpmn:userTask id="book" name="登记"/><bpmn:endEvent id="end"/>
                """.formatted(process, key, owner.isEmpty() ? "" : "zhangfa:owner=\"" + owner + "\"", start)
                + Office.flows(start.contains("\"due\"") ? "due" : "came", "book", "end")
                + "</bpmn:process>");
    }
}
