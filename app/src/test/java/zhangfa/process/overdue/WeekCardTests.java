package zhangfa.process.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.calendar.Calendars;
import zhangfa.calendar.SpecialDay;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.job.Job;
import zhangfa.organization.Organization;
import zhangfa.process.Cases;
import zhangfa.process.Overdue;
import zhangfa.process.Overdue.By;
import zhangfa.process.Overdue.Filter;
import zhangfa.process.Processes;

/** Who hears of what is late, when, and how much of it; a limit of a millisecond is over as soon as its command is done. */
@SpringBootTest
class WeekCardTests {

    private static final String PROCESS = "week-card-tests";

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="week-card-tests" name="限时" isExecutable="true" zhangfa:owner="person:markethead">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="check" name="审核" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="person" person="finance1"/><zhangfa:limit within="PT0.001S" unit="wall"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="check"/>
                <bpmn:sequenceFlow id="b" sourceRef="check" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    private WeekCards cards;

    @Autowired
    private Overdue overdue;

    @Autowired
    private Processes processes;

    @Autowired
    private Cases cases;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organization organization;

    @Autowired
    private Calendars calendars;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void headsOwnersAndTheInspectorSeeWhatIsLateAndNobodyElse() {
        var id = late();
        assertThat(Stream.of("head1", "manager", "markethead", "inspector1").map(this::who))
                .allSatisfy(reader -> assertThat(seen(reader)).contains(id));
        assertThat(seen(who("adminhead"))).doesNotContain(id);
        assertThat(overdue.concerns(who("staff1"))).isFalse();
        assertThat(overdue.count(who("staff1"))).isZero();
        assertThatThrownBy(() -> seen(who("staff1")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
    }

    @Test
    void aHeadAnswersForTheirPeopleButReadsNoCaseOfOthers() {
        late();
        var head = who("financehead");
        var finance1 = who("finance1").id();
        assertThat(overdue.tally(head, By.PERSON, only(PROCESS)))
                .singleElement()
                .satisfies(tally -> {
                    assertThat(tally.key()).isEqualTo(finance1.toString());
                    assertThat(tally.count()).isPositive();
                });
        assertThat(overdue.list(head, new Filter(finance1, null, PROCESS), new Window(200, null))
                        .items())
                .isNotEmpty()
                .allSatisfy(late -> assertThat(late.of()).isNull());
    }

    @Test
    void theCardNamesWhatItsReaderMaySeeAndOffersToUrge() {
        var id = late();
        run("markethead", monday(1));
        var item = items("markethead", monday(1))
                .filter(one -> one.at("/link").asString().equals("/cases/" + id))
                .findFirst()
                .orElseThrow();
        assertThat(item.at("/title").asString()).isEqualTo("逾期的事");
        assertThat(item.at("/note/zh-CN").asString()).contains("审核");
        assertThat(item.at("/action/path").asString()).isEqualTo("/cases/" + id + "/urging");
        assertThat(item.at("/basis/0/path").asString()).isEqualTo("/rulebook/articles/B.6.1.2");
    }

    @Test
    void theCardNamesNothingThatItsReaderMayNotSee() {
        late();
        run("financehead", monday(2));
        assertThat(items("financehead", monday(2)).map(JsonNode::toString).toList())
                .isNotEmpty()
                .noneMatch(item -> item.contains("逾期的事"));
    }

    @Test
    void ofNodesThatSendAtOnceExactlyOneDoes() throws Exception {
        late();
        var together = new CyclicBarrier(4);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var node : Stream.generate(() -> nodes.submit(() -> {
                        together.await();
                        run("manager", monday(3));
                        return true;
                    }))
                    .limit(4)
                    .toList()) {
                assertThat(node.get()).isTrue();
            }
        }
        assertThat(messages("manager", monday(3))).hasSize(1);
    }

    @Test
    void whereNothingIsLateNothingIsSaidAndTheWeekIsDone() {
        run("adminhead", monday(4));
        assertThat(had("adminhead", monday(4))).isTrue();
        assertThat(messages("adminhead", monday(4))).isEmpty();
    }

    @Test
    void aHolidayMovesTheCardToTheNextWorkday() {
        var unit = organization.person(who("devhead").id()).orElseThrow().unit();
        var calendar = calendars.forUnit(unit);
        var holiday = calendar.specialDays()
                .filter(day -> day.kind() == SpecialDay.Kind.HOLIDAY)
                .map(SpecialDay::date)
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .findFirst()
                .orElseThrow();
        cards.prepare(holiday);
        assertThat(asked("devhead", holiday) || had("devhead", holiday)).isFalse();
        var workday = calendar.workdayFrom(holiday);
        var week = WeekCards.mondayOf(workday);
        cards.prepare(workday);
        assertThat(asked("devhead", week) || had("devhead", week)).isTrue();
    }

    @Test
    void whoHadTheWeeksCardIsNotAskedAgain() {
        var monday = monday(5);
        run("devhead", monday);
        cards.prepare(monday.plusDays(1));
        assertThat(asked("devhead", monday)).isFalse();
        assertThat(asked("hrhead", monday) || had("hrhead", monday)).isTrue();
    }

    /** Weeks of long ago, in which no holiday is known. */
    private static LocalDate monday(int number) {
        return LocalDate.of(2001, 1, 1).plusWeeks(number);
    }

    private UUID late() {
        processes.handIn(new Processes.Draft(MODEL, null, null, List.of("B.6.1.2a")), true, null);
        return cases.start(who("staff1"), new Cases.Wish(PROCESS, Map.of(), "逾期的事", null));
    }

    private List<UUID> seen(Account reader) {
        return overdue.list(reader, only(PROCESS), new Window(200, null)).items().stream()
                .flatMap(late -> Stream.ofNullable(late.of()))
                .map(Overdue.Late.Of::id)
                .toList();
    }

    private static Filter only(String process) {
        return new Filter(null, null, process);
    }

    private void run(String who, LocalDate week) {
        cards.run(new Job(cards.kind(), who(who).id() + " " + week, Instant.EPOCH, ""));
    }

    private boolean asked(String who, LocalDate week) {
        return jdbc.sql("select exists (select 1 from job.job where task_name = ? and task_instance = ?)")
                .params(cards.kind(), who(who).id() + " " + week)
                .query(Boolean.class)
                .single();
    }

    private boolean had(String who, LocalDate week) {
        return jdbc.sql("select exists (select 1 from process.week_card where person = ? and week = ?::date)")
                .params(who(who).id(), week.toString())
                .query(Boolean.class)
                .single();
    }

    private Stream<JsonNode> items(String who, LocalDate week) {
        return JsonMapper.shared().readTree(messages(who, week).getFirst()).valueStream();
    }

    /** What the cards list that were said to somebody in the transaction in which this week's was issued. */
    private List<String> messages(String who, LocalDate week) {
        return jdbc.sql("""
                        select m.items::text from notification.message m join notification.notice n on n.message = m.id
                        join process.week_card w on w.person = n.person and w.xmin = m.xmin
                        where n.person = ? and m.kind = 'task.week' and w.week = ?::date""")
                .params(who(who).id(), week.toString())
                .query(String.class)
                .list();
    }

    private Account who(String username) {
        return accounts.named(username).orElseThrow();
    }
}
