package zhangfa.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.process.run.Office;

/** Lists of cases hold exactly what their reader may see, although each reason why is looked up apart. */
@SpringBootTest
class CaseListTests {

    private static final String PROCESS = Office.model("""
            <bpmn:process id="case-list" name="列表" isExecutable="true" zhangfa:owner="person:financehead" zhangfa:last-resort="person:financehead">
              <bpmn:startEvent id="start"/>
              <bpmn:userTask id="head" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:userTask id="money" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="position" position="accountant"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:endEvent id="end"/>
              %s
            </bpmn:process>
            """.formatted(Office.flows("start", "head", "money", "end")));

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseControl control;

    @Autowired
    private Reading reading;

    @Autowired
    private Eyes eyes;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void somebodyHasAskedForThings() {
        office.publish(PROCESS);
        for (var starter : List.of("staff1", "market1", "head1", "finance1")) {
            for (int i = 0; i < 3; i++) {
                office.start(starter, "case-list", Map.of());
            }
        }
        var ended = office.start("staff1", "case-list", Map.of());
        office.act("head1", ended, "approve");
        office.act("finance1", ended, "approve");
        cases.cancel(office.who("staff1"), office.start("staff1", "case-list", Map.of()), null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff1", "head1", "finance1", "financehead", "inspector1", "root"})
    void everybodySeesWhatTheyMayPageByPage(String username) {
        var who = office.who(username);
        for (var status : new String[] {null, "running", "completed", "cancelled"}) {
            for (var process : new String[] {null, "case-list"}) {
                for (var mine : List.of(true, false)) {
                    var filter = new Reading.Filter(status, process, mine);
                    assertThat(listed(who, filter)).as("%s", filter).isEqualTo(seen(who, filter));
                }
            }
        }
    }

    @Test
    void aSpanOfTimeHoldsWhatBeganInIt() {
        var mine = new Reading.Filter(null, "case-list", true);
        var staff = office.who("staff1");
        var all = listed(staff, mine);
        var youngest = office.file(all.get(1)).startedAt();
        var oldest = office.file(all.get(3)).startedAt();

        assertThat(listed(staff, new Reading.Filter(null, "case-list", true, oldest, youngest)))
                .containsExactlyElementsOf(all.subList(2, 4));
    }

    @Test
    void aCaseRunsUntilItEndsAndAgainWhenItIsReopened() {
        var id = office.start("staff1", "case-list", Map.of());
        assertThat(isRunning(id)).isTrue();
        office.act("head1", id, "approve");
        office.act("finance1", id, "approve");
        assertThat(isRunning(id)).isFalse();
        control.reopen(office.who("financehead"), id, "money", "漏审", null);
        assertThat(isRunning(id)).isTrue();
    }

    private boolean isRunning(UUID id) {
        return listed(office.who("staff1"), new Reading.Filter("running", "case-list", true))
                .contains(id);
    }

    private List<UUID> listed(Account who, Reading.Filter filter) {
        var ids = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = reading.cases(who, filter, Window.of(5, after));
            page.items().forEach(file -> ids.add(file.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    private List<UUID> seen(Account who, Reading.Filter filter) {
        var parameters = new HashMap<String, @Nullable Object>(eyes.of(who));
        parameters.put("status", filter.status());
        parameters.put("process", filter.process());
        parameters.put("mine", filter.startedByMe());
        return jdbc.sql("select c.id from process.case c where " + Eyes.SEES + """
                         and (:status::text is null or c.status = :status) and (:process::text is null or c.process = :process)
                         and (not :mine or c.initiator = :me) order by c.id desc""")
                .params(parameters)
                .query(UUID.class)
                .list();
    }
}
