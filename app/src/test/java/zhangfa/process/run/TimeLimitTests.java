package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.api.Refusal;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.CalendarShift;
import zhangfa.calendar.CalendarShift.Swap;
import zhangfa.calendar.Calendars;
import zhangfa.calendar.MovingClock;
import zhangfa.calendar.Shift;
import zhangfa.identity.Accounts;
import zhangfa.job.Job;
import zhangfa.journal.Entry;
import zhangfa.journal.Journal;
import zhangfa.process.CaseControl;
import zhangfa.process.CaseTalk;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;

/** Time limits on the real database; a limit of a millisecond is over as soon as its command is done. */
@SpringBootTest
class TimeLimitTests {

    private static final String OVER_AT_ONCE = "within=\"PT0.001S\" unit=\"wall\" ";

    private static final String MODEL = Office.model("""
            <bpmn:process id="time-limit-tests" name="限时" isExecutable="true" zhangfa:owner="person:financehead">
              <bpmn:startEvent id="start"/>
              <bpmn:userTask id="head" name="部门负责人" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/><zhangfa:limit %s/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
              <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="end"/>
            </bpmn:process>
            """);

    @Autowired
    private Office office;

    @Autowired
    private CaseTalk talk;

    @Autowired
    private CaseControl control;

    @Autowired
    private Reading reading;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Journal journal;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Alarm alarm;

    @Autowired
    private CaseClocks clocks;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void workingTimeIsCountedOnTheUnitsCalendar() {
        var id = start("within=\"P2D\" warn=\"PT4H\"");
        var calendar = calendars.forUnit(office.file(id).unit());
        var task = task(id);
        var twoDays = calendar.workday().multipliedBy(2);
        assertThat(task.dueAt()).isEqualTo(calendar.plus(task.createdAt(), twoDays));
        assertThat(alarmOf(id)).isEqualTo(calendar.minus(task.dueAt(), Duration.ofHours(4)));
    }

    @Test
    void anAlarmThatComesTooEarlyIsPutOff() {
        var id = start("within=\"P2D\"");
        ring(id);
        assertThat(office.kinds(id)).doesNotContain("timer_fired");
        assertThat(alarmOf(id)).isEqualTo(task(id).dueAt());
    }

    @Test
    void whoeverIsAboveHearsOfATaskWhoseTimeIsOver() {
        var id = start(OVER_AT_ONCE + "on-expiry=\"escalate\"");
        ring(id);
        ring(id);
        assertThat(office.kinds(id)).containsOnlyOnce("timer_fired", "task_escalated");
        assertThat(office.seats(id)).containsExactly("head1");
        assertThat(told(id, "task.overdue")).containsExactly("head1");
        assertThat(told(id, "task.escalated")).containsExactly("manager");
        assertThat(reading.caseFile(office.who("manager"), id).id()).isEqualTo(id);
        office.act("head1", id, "approve");
        assertThat(office.file(id).status()).isEqualTo("completed");
    }

    @Test
    void aTaskWhoseTimeIsOverGoesToSomebodyElse() {
        var id = start(OVER_AT_ONCE + "on-expiry=\"transfer\" to=\"person:manager\"");
        ring(id);
        assertThat(office.seats(id)).containsExactly("manager");
        assertThat(told(id, "task.transferred")).containsExactly("manager");
    }

    @Test
    void aStepMayPassOrBeRejectedByItsTime() {
        var passed = start(OVER_AT_ONCE + "on-expiry=\"pass\"");
        ring(passed);
        assertThat(office.file(passed).status()).isEqualTo("completed");
        assertThat(journal.of(passed, 0, 100))
                .filteredOn(entry -> entry.kind().equals("task_closed"))
                .extracting(Entry::actor)
                .containsOnlyNulls();
        var rejected = start(OVER_AT_ONCE + "on-expiry=\"reject\"");
        ring(rejected);
        assertThat(office.file(rejected).status()).isEqualTo("rejected");
        assertThat(alarms(rejected)).isZero();
    }

    @Test
    void peopleAreUrgedAgainAndAgain() {
        var id = start(OVER_AT_ONCE + "urge=\"PT0.001S\"");
        ring(id);
        ring(id);
        ring(id);
        assertThat(told(id, "task.overdue").size()).isGreaterThanOrEqualTo(3);
        office.act("head1", id, "approve");
        assertThat(alarms(id)).isZero();
    }

    @Test
    void aSuspendedCaseHasNoTimeRunning() {
        var id = start("within=\"PT8H\" unit=\"wall\"");
        var due = task(id).dueAt();
        assertThatThrownBy(() -> control.suspend(office.who("head1"), id, null, null))
                .isInstanceOf(Refusal.class);
        control.suspend(office.who("financehead"), id, "等资料", null);
        assertThat(task(id).dueAt()).isNull();
        assertThat(alarms(id)).isZero();
        assertThatThrownBy(() -> office.act("head1", id, "approve")).isInstanceOf(Refusal.class);
        control.resume(office.who("financehead"), id, null, null);
        assertThat(task(id).dueAt()).isAfter(due);
        assertThat(alarmOf(id)).isEqualTo(task(id).dueAt());
    }

    @Test
    void anotherCalendarKeepsWhatWasCountedAndMovesTheRest() {
        var id = start("within=\"P2D\"");
        var file = office.file(id);
        var was = calendars.forUnit(file.unit());
        var mornings = new BusinessCalendar(
                was.zone(), Map.of(DayOfWeek.SUNDAY, List.of(Shift.of("09:00", "10:00"))), List.of());
        var at = task(id).createdAt();
        var shift = new CalendarShift(at, Map.of(file.unit(), new Swap(was, mornings)), null);
        var due = mornings.plus(at, was.workday().multipliedBy(2));
        assertThat(clocks.moving(shift)).contains(new MovingClock(file.number(), task(id).dueAt(), due));
        transactions.executeWithoutResult(status -> clocks.move(shift));
        assertThat(task(id).dueAt()).isEqualTo(due);
        assertThat(alarmOf(id)).isEqualTo(due);
        assertThat(office.kinds(id)).endsWith("timer_moved");
        transactions.executeWithoutResult(status ->
                clocks.move(new CalendarShift(at, Map.of(file.unit(), new Swap(mornings, was)), null)));
        assertThat(task(id).dueAt()).isEqualTo(file.openTasks().getFirst().dueAt());
    }

    @Test
    void aDecidedTaskHasNoAlarm() {
        var id = start("within=\"P2D\"");
        office.act("head1", id, "approve");
        assertThat(alarms(id)).isZero();
    }

    @Test
    void peopleUrgeEachOtherOnceInAWhile() {
        var id = start("within=\"P2D\"");
        talk.urge(office.who("staff1"), id, "等着付款");
        assertThat(told(id, "task.urged")).containsExactly("head1");
        assertThatThrownBy(() -> talk.urge(office.who("staff1"), id, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        office.act("head1", id, "approve");
        assertThatThrownBy(() -> talk.urge(office.who("manager"), id, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void limitsThatCannotBeKeptAreRefused() {
        for (var limit : List.of(
                "within=\"P1M\"",
                "within=\"PT0S\"",
                "within=\"P2D\" calendar=\"nowhere\"",
                "within=\"P2D\" on-expiry=\"escalate\" to=\"somebody\"")) {
            assertThatThrownBy(() -> published(limit))
                    .as(limit)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.faults())
                                    .extracting("pointer")
                                    .containsExactly("head"));
        }
        assertThat(published("within=\"P2D\" calendar=\"finance\"")).isNotNull();
    }

    private void ring(UUID id) {
        alarm.run(new Job(alarm.kind(), id.toString(), Instant.EPOCH, ""));
    }

    private String published(String limit) {
        return office.publish(MODEL.formatted(limit));
    }

    private UUID start(String limit) {
        return office.start(published(limit), Map.of("title", "限时"));
    }

    private TaskItem task(UUID id) {
        return office.file(id).openTasks().getFirst();
    }

    /** Who was told so about this case, as often as it was said. */
    private List<String> told(UUID id, String kind) {
        return jdbc
                .sql(
                        "select n.person from notification.notice n join notification.message m on m.id = n.message where m.case_id = ? and m.kind = ?")
                .params(id, kind)
                .query(UUID.class)
                .list()
                .stream()
                .map(person -> accounts.withId(person).orElseThrow().username())
                .toList();
    }

    private Instant alarmOf(UUID id) {
        return jdbc.sql("select execution_time from job.job where task_name = ? and task_instance = ?")
                .params(alarm.kind(), id.toString())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private long alarms(UUID id) {
        return jdbc.sql("select count(*) from job.job where task_name = ? and task_instance = ?")
                .params(alarm.kind(), id.toString())
                .query(Long.class)
                .single();
    }
}
