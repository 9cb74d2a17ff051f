package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with cases every day, each at a desk and on a phone. */
class OperationsTests extends Journey {

    private static final String PROCESS = "everyday-operations";

    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="everyday-operations" name="日常审批" isExecutable="true" zhangfa:owner="person:financehead">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="head" name="部门审批" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:userTask id="money" name="财务审批" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="position" position="accountant"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
                <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="money"/>
                <bpmn:sequenceFlow id="c" sourceRef="money" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    /** Start, keep a draft, hand in, comment, watch, copy, urge, search. */
    @ParameterizedTest
    @ValueSource(ints = {Person.DESK, Person.PHONE})
    void whoAsksForSomethingFollowsIt(int width) {
        publish();
        var title = unique("日常申请");
        var staff = people().as("staff1", width, "zh-CN");
        staff.open("/start");
        staff.main().locator("a[href='/start/" + PROCESS + "']").click();
        staff.page().locator("#caseTitle").fill(title + " 草稿");
        staff.button("存为草稿").click();
        staff.sees("已存为草稿");
        staff.sees(title + " 草稿");
        staff.open("/start/" + PROCESS);
        staff.page().locator("#caseTitle").fill(title);
        staff.button("提交").click();
        staff.sees("已提交，可以在这里随时查看进展。");
        staff.page().locator("form[action$='/comments'] [name=comment]").fill("麻烦尽快");
        staff.button("发表").click();
        staff.sees("意见已发出。");
        exactly(staff, "关注").click();
        assertThat(exactly(staff, "取消关注")).isVisible();
        exactly(staff, "抄送").click();
        staff.picks("lmx");
        staff.confirms("抄送");
        staff.sees("已抄送。");
        assertThat(staff.page().locator("#readers")).containsText("未阅");
        staff.picture("readers");
        staff.button("催办").click();
        staff.sees("已催办");
        assertThat(staff.isWiderThanTheScreen()).isFalse();
        staff.open("/search?q=" + title.substring(title.length() - 8));
        staff.sees(title);
    }

    /** Mend what was returned, and cancel. */
    @ParameterizedTest
    @ValueSource(ints = {Person.DESK, Person.PHONE})
    void whatComesBackIsMendedOrCancelled(int width) {
        publish();
        var path = started(unique("日常修改"));
        var staff = people().as("staff1", width, "zh-CN");
        api("head1")
                .post("/api/v1/tasks/" + task("head1", path) + "/actions/return", Map.of("comment", "请补充"))
                .ok();
        staff.open(path);
        staff.button("重新提交").click();
        staff.sees("已办理。");
        api("head1")
                .post("/api/v1/tasks/" + task("head1", path) + "/actions/return", Map.of("comment", "不用了"))
                .ok();
        staff.open(path);
        staff.button("撤销事项").click();
        staff.page().locator("#confirm [value=yes]").click();
        staff.sees("事项已撤销。");
        assertThat(staff.page().locator(".route")).containsText("撤销");
        staff.picture("cancelled");
    }

    /** Return so that it comes straight back, approve, withdraw, delegate, hand back, add and remove a signer. */
    @ParameterizedTest
    @ValueSource(ints = {Person.DESK, Person.PHONE})
    void aHeadDecidesInEveryWay(int width) {
        publish();
        var title = unique("日常决定");
        var path = started(title);
        var head = people().as("head1", width, "zh-CN");
        head.open("/inbox");
        head.row(title).locator("a").first().click();
        head.page().locator(".card [name=comment]").first().fill("请写清楚");
        head.page().getByText("退回到哪里").click();
        head.page().locator(".card [name=how]").first().selectOption("jump_back");
        head.picture("return");
        exactly(head, "退回").click();
        head.sees("已退回。");
        api("staff1")
                .post("/api/v1/tasks/" + task("staff1", path) + "/actions/complete", Map.of())
                .ok();
        head.open(path);
        brings(head, "加签", "lxf", "与我同时");
        head.sees("已加签。");
        brings(head, "减签", "lxf", null);
        head.sees("已减签。");
        brings(head, "委托", "lxf", null);
        head.sees("已委托");
        var manager = people().as("manager", width, "zh-CN");
        manager.open(path);
        manager.button("办完交回").click();
        manager.sees("已交回。");
        head.open(path);
        exactly(head, "同意").click();
        head.sees("已同意。");
        head.button("撤回我的处理").click();
        head.page().locator("#confirm [value=yes]").click();
        head.sees("已撤回，请重新处理。");
        assertThat(head.isWiderThanTheScreen()).isFalse();
    }

    /** Transfer and reject. */
    @ParameterizedTest
    @ValueSource(ints = {Person.DESK, Person.PHONE})
    void whoeverItIsPassedToMayReject(int width) {
        publish();
        var path = started(unique("日常转交"));
        var head = people().as("head1", width, "zh-CN");
        head.open(path);
        brings(head, "转交", "lxf", null);
        head.sees("已转给对方。");
        var manager = people().as("manager", width, "zh-CN");
        manager.open(path);
        exactly(manager, "驳回").click();
        manager.page().locator("#confirm [value=yes]").click();
        manager.sees("已驳回。");
        manager.picture("rejected");
    }

    /** Claim and put back; suspend, resume and jump as the owner; mark notices as read. */
    @ParameterizedTest
    @ValueSource(ints = {Person.DESK, Person.PHONE})
    void thoseBehindItTakeTurns(int width) {
        publish();
        var path = started(unique("日常接力"));
        api("head1")
                .post("/api/v1/tasks/" + task("head1", path) + "/actions/approve", Map.of())
                .ok();
        var accountant = people().as("finance1", width, "zh-CN");
        accountant.open("/notifications");
        accountant.button("全部标为已读").click();
        accountant.sees("全部通知已标为已读。");
        accountant.open(path);
        exactly(accountant, "认领").click();
        accountant.sees("已认领，现在由您处理。");
        exactly(accountant, "放回").click();
        accountant.sees("已放回，大家都可以处理。");
        var owner = people().as("financehead", width, "zh-CN");
        owner.open(path);
        exactly(owner, "暂停").click();
        owner.page().locator("#confirm [value=yes]").click();
        owner.sees("已暂停，时限停止计算。");
        exactly(owner, "恢复").click();
        owner.sees("已恢复，时限继续计算。");
        exactly(owner, "跳转").click();
        owner.page().locator("dialog[open] [name=to]").selectOption("head");
        owner.page().locator("dialog[open] [name=why]").fill("部门要再看一次");
        owner.picture("jump");
        owner.confirms("跳转");
        owner.sees("已跳转。");
        assertThat(owner.isWiderThanTheScreen()).isFalse();
    }

    /** Tab, Enter, Escape and letters; one sees where one is, and a dialog keeps the focus and gives it back. */
    @Test
    void theKeyboardIsEnough() {
        publish();
        var title = unique("只用键盘");
        var staff = as("staff1");
        var keys = staff.page().keyboard();
        staff.open("/start/" + PROCESS);
        staff.tabsTo(staff.page().locator("#caseTitle"));
        keys.type(title);
        staff.tabsTo(staff.button("提交"));
        keys.press("Enter");
        staff.sees("已提交，可以在这里随时查看进展。");
        var head = as("head1");
        head.open(staff.path());
        keys = head.page().keyboard();
        var transfer = exactly(head, "转交");
        head.tabsTo(transfer);
        keys.press("Enter");
        for (int key = 0; key < 12; key++) {
            keys.press("Tab");
            assertThat((Boolean) head.page().evaluate("""
                    document.activeElement === document.body || document.querySelector('dialog[open]').contains(document.activeElement)""")).isTrue();
        }
        keys.press("Escape");
        assertThat(transfer).isFocused();
        keys.press("Enter");
        head.tabsTo(head.page().locator("dialog[open] [role=combobox]"));
        keys.type("lxf");
        assertThat(head.page().locator("dialog[open] [role=option]")).hasCount(1);
        assertThat(head.barriers()).isEmpty();
        keys.press("Enter");
        assertThat(head.barriers()).isEmpty();
        head.tabsTo(head.page().locator("dialog[open] .dialog__foot .btn-primary"));
        keys.press("Enter");
        head.sees("已转给对方。");
    }

    private void publish() {
        api("designer1").postXml("/api/v1/processes?publish=true", MODEL).ok();
    }

    private String started(String title) {
        var wish = Map.of("process", PROCESS, "form", Map.of(), "title", title);
        return "/cases/" + api("staff1").post("/api/v1/cases", wish).ok().text("/id");
    }

    private String task(String username, String path) {
        return api(username).get("/api/v1" + path).ok().text("/tasks/0/id");
    }

    private static Locator exactly(Person person, String name) {
        return person.page()
                .locator("button:visible")
                .filter(new Locator.FilterOptions()
                        .setHasText(java.util.regex.Pattern.compile("^\\s*" + name + "\\s*$")))
                .first();
    }

    /** Brings a colleague into the task. */
    private static void brings(
            Person head, String verb, String letters, @org.jspecify.annotations.Nullable String when) {
        exactly(head, verb).click();
        head.picks(letters);
        if (when != null) {
            head.page()
                    .locator("dialog[open] [name=how]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(when));
        }
        head.confirms(verb);
    }
}
