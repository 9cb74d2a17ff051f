package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.job.Job;
import zhangfa.journal.Journal;
import zhangfa.process.CaseControl;
import zhangfa.process.Messages;
import zhangfa.process.Messages.Incoming;

/** What cases wait for from outside, and how it reaches them: once, the right one, and all of them. */
@SpringBootTest
class MessageTests {

    /** Waits for a message by key, or for a signal, whichever comes first. */
    private static final String WAITER = Office.model("""
            <bpmn:message id="m" name="%1$s-paid" zhangfa:key="= order"/>
            <bpmn:signal id="s" name="%1$s-closed"/>
            <bpmn:process id="%1$s" name="等回款" isExecutable="true" zhangfa:owner="person:financehead">
              <bpmn:startEvent id="start"/>
              <bpmn:eventBasedGateway id="wait"/>
              <bpmn:intermediateCatchEvent id="paid" name="回款到账"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
              <bpmn:intermediateCatchEvent id="closed" name="月末结账"><bpmn:signalEventDefinition signalRef="s"/></bpmn:intermediateCatchEvent>
              <bpmn:userTask id="book" name="登记"/>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
              <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="paid"/>
              <bpmn:sequenceFlow id="c" sourceRef="wait" targetRef="closed"/>
              <bpmn:sequenceFlow id="d" sourceRef="paid" targetRef="book"/>
              <bpmn:sequenceFlow id="e" sourceRef="closed" targetRef="end"/>
              <bpmn:sequenceFlow id="f" sourceRef="book" targetRef="end"/>
            </bpmn:process>
            """);

    /** Says both as soon as it begins. */
    private static final String SENDER = Office.model("""
            <bpmn:message id="m" name="%1$s-paid" zhangfa:key="= order"/>
            <bpmn:signal id="s" name="%1$s-closed"/>
            <bpmn:process id="%1$s-sender" name="回款" isExecutable="true">
              <bpmn:startEvent id="start"/>
              <bpmn:sendTask id="tell" name="通知到账" messageRef="m"/>
              <bpmn:intermediateThrowEvent id="call" name="宣布结账"><bpmn:signalEventDefinition signalRef="s"/></bpmn:intermediateThrowEvent>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="tell"/>
              <bpmn:sequenceFlow id="b" sourceRef="tell" targetRef="call"/>
              <bpmn:sequenceFlow id="c" sourceRef="call" targetRef="end"/>
            </bpmn:process>
            """);

    @Autowired
    private Office office;

    @Autowired
    private CaseControl control;

    @Autowired
    private Messages messages;

    @Autowired
    private Courier courier;

    @Autowired
    private Broadcast broadcast;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient jdbc;

    /** Names of its own, so that nobody else's cases hear what is said here. */
    private String process;

    @BeforeEach
    void aProcessOfItsOwn() {
        process = "wait-" + Keys.next();
        publish(WAITER);
    }

    @Test
    void aMessageReachesTheCaseWithItsKeyAndBringsItsFields() {
        var one = start("A-1");
        var other = start("A-2");
        var taken = messages.deliver(office.who("financehead"), paid("A-2", Map.of("amount", 12), null));
        assertThat(taken.id()).isEqualTo(other);
        assertThat(office.steps(other)).containsExactly("book");
        assertThat(office.file(other).form()).containsEntry("amount", 12);
        assertThat(office.steps(one)).isEmpty();
        assertThat(waiting(other)).isZero();
        assertThat(waiting(one)).isEqualTo(2);
        assertThat(office.kinds(other)).contains("event_occurred");
        assertThat(office.isProven(other)).isTrue();
    }

    @Test
    void theSameMessageArrivesOnce() {
        var id = start("B-1");
        var message = paid("B-1", Map.of(), Keys.next());
        assertThat(messages.deliver(office.who("financehead"), message).id()).isEqualTo(id);
        assertThat(messages.deliver(office.who("financehead"), message).id()).isEqualTo(id);
        assertThat(office.kinds(id)).containsOnlyOnce("event_occurred");
    }

    @Test
    void nobodyOrSeveralWaitingIsSaid() {
        var first = start("C-1");
        start("C-1");
        assertConflict(paid("C-2", Map.of(), null), "process.message.nobody");
        assertConflict(paid("C-1", Map.of(), null), "process.message.ambiguous");
        var named = new Incoming(process + "-paid", "C-1", first, Map.of(), null);
        assertThat(messages.deliver(office.who("financehead"), named).id()).isEqualTo(first);
        assertConflict(named, "process.message.nobody");
    }

    @Test
    void whoOwnsNothingSendsNothing() {
        start("D-1");
        assertThatThrownBy(() -> messages.deliver(office.who("staff1"), paid("D-1", Map.of(), null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
        assertThatThrownBy(() -> messages.signal(office.who("staff1"), process + "-closed", null))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatOneCaseThrowsReachesTheOthersHoweverOftenItIsRepeated() {
        var one = start("E-1");
        var other = start("E-2");
        var suspended = start("E-3");
        control.suspend(office.who("financehead"), suspended, null, null);
        publish(SENDER);
        office.start(process + "-sender", Map.of("order", "E-1"));
        var letter = new Courier.Letter(one, "tell", process + "-paid", "E-1");
        var call = new Broadcast.Call(
                process + "-closed", journal.of(one, 0, 1).getFirst().at().plusSeconds(60), null, null, null);
        var repeated = job(Broadcast.KIND, call);
        broadcast.run(repeated);
        broadcast.run(repeated);
        assertThat(office.status(other)).isEqualTo("completed");
        assertThat(office.kinds(other)).containsOnlyOnce("event_occurred");
        assertThat(office.kinds(one)).containsOnlyOnce("event_occurred");
        assertThat(office.status(suspended)).isEqualTo("suspended");
        assertThatThrownBy(() -> courier.run(job(Courier.KIND, letter))).isInstanceOf(Refusal.class);
    }

    @Test
    void aThrownMessageArrivesByItsJob() {
        var id = start("F-1");
        var arrives = job(Courier.KIND, new Courier.Letter(id, "tell", process + "-paid", "F-1"));
        courier.run(arrives);
        courier.run(arrives);
        assertThat(office.steps(id)).containsExactly("book");
        assertThat(office.kinds(id)).containsOnlyOnce("event_occurred");
    }

    @Test
    void aSignalFromOutsideIsHeardByAllWhoWait() {
        start("G-1");
        start("G-2");
        var sent = messages.signal(office.who("financehead"), process + "-closed", null);
        assertThat(sent.listeners()).isEqualTo(2);
        assertThat(messages.signal(office.who("financehead"), process + "-unheard", null)
                        .listeners())
                .isZero();
    }

    private void assertConflict(Incoming message, String words) {
        assertThatThrownBy(() -> messages.deliver(office.who("financehead"), message))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.detail()).contains(words);
                });
    }

    private static Job job(String kind, Record data) {
        return Job.of(kind, java.time.Instant.EPOCH, JsonMapper.shared().writeValueAsString(data));
    }

    private Incoming paid(String key, Map<String, Object> form, UUID command) {
        return new Incoming(process + "-paid", key, null, form, command);
    }

    private void publish(String model) {
        office.publish(model.formatted(process));
    }

    private UUID start(String order) {
        return office.start(process, Map.of("order", order));
    }

    private long waiting(UUID id) {
        return jdbc.sql("select count(*) from process.subscription where case_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
