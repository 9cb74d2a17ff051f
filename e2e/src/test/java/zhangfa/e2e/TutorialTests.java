package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Year;
import org.junit.jupiter.api.Test;

/** The tutorial of the guide (docs/guide/tutorial.md), click by click, by somebody who is no programmer. */
class TutorialTests extends Journey {

    /** As many clicks and fields as fit into thirty minutes with time to think: fifteen seconds for each. */
    private static final int MOST_ACTS = 120;

    private static final String YEAR_END = "/rulebook/obligations?month=" + Year.now() + "-12";

    /** What the company is to live by. */
    private static final String CLAUSE = "B.7.3.1b";

    @Test
    void aRegisterAFormAProcessAnObligationAndAControlAreMadeInTheBrowserAndTheirClauseIsLived() {
        var process = unique("设备巡检");
        var hand = new DrawingHand(as("designer1"));
        assertThat(clause(hand)).not().containsText("可执行");
        register(hand, unique("设备台账"));
        draw(hand, process);
        inspect(process);
        oblige(hand, process);
        assertThat(clause(hand)).containsText("部分可执行");
        assertThat(clause(hand)).containsText("没有控制检查这一条");
        watch(hand, process);
        assertThat(clause(hand)).not().containsText("部分可执行");
        assertThat(clause(hand)).containsText("可执行");
        hand.person().picture("lived");
        assertThat(hand.acts()).isLessThanOrEqualTo(MOST_ACTS);
        isDone(process);
        watchNoMore(hand.person(), process);
        assertThat(clause(hand)).containsText("部分可执行");
    }

    /** As its page shows it, with how far it is lived. */
    private static Locator clause(DrawingHand hand) {
        hand.person().open("/rulebook/articles/" + CLAUSE);
        return hand.person().main().locator("section[id='" + CLAUSE + "']");
    }

    private static void pick(DrawingHand hand) {
        hand.fill(hand.person().page().locator("#places-words"), "定期 检查");
        hand.press(hand.person().page().getByLabel(CLAUSE));
    }

    private static void register(DrawingHand hand, String name) {
        var designer = hand.person();
        designer.open("/registers");
        hand.press(designer.link("新建台账").first());
        hand.fill(designer.page().locator("#name"), name);
        hand.fill(designer.page().locator("#prefix"), "SB-");
        var first = designer.main().locator("#fields tbody tr").first();
        hand.fill(first.locator("input[name$='.name']"), "设备名称");
        hand.choose(first.locator("select[name$='.kind']"), "text");
        hand.press(designer.button("建立台账"));
        designer.sees("台账已建立");
    }

    private static void draw(DrawingHand hand, String name) {
        var designer = hand.person();
        hand.begin(name);
        hand.field(0, "巡检区域", "text");
        hand.press(designer.button("加一个字段"));
        hand.field(1, "发现的问题", "text");
        hand.press(designer.button("保存"));
        hand.add(0, "审批");
        hand.headOfUnit("部门负责人确认");
        hand.add(1, "审批");
        hand.colleague("财务核对", "financehead");
        hand.add(2, "审批");
        hand.colleague("总经理批示", "manager");
        designer.sees("检查通过");
        hand.publish();
    }

    /** Done before anybody lays down that it has to be. */
    private void inspect(String process) {
        var title = unique("三楼机房");
        var staff = as("staff1");
        staff.open("/start");
        staff.page().getByText(process).first().click();
        staff.page().locator("[name='title']").fill(title);
        staff.page().locator("[name='fa_xian_de_wen_ti']").fill("无");
        staff.button("提交").click();
        staff.isAt("/cases/");
        agree("head1", title);
        agree("financehead", title);
        agree("manager", title).sees("已完成");
    }

    private static void oblige(DrawingHand hand, String process) {
        var designer = hand.person();
        designer.open("/rulebook/obligations/list");
        hand.press(designer.link("新增义务").first());
        hand.fill(designer.page().locator("#title"), "每年至少一次 " + process);
        pick(hand);
        hand.choose(designer.page().locator("#every"), "year");
        hand.choose(designer.page().locator("#owner"), "administration-head");
        hand.choose(designer.page().locator("#proof"), "process");
        assertThat(designer.page().locator("#source")).isHidden();
        hand.choose(designer.page().locator("#process"), process);
        designer.picture("obligation");
        hand.press(designer.button("保存"));
        designer.sees("义务已保存。");
    }

    /** The question is chosen, never written. */
    private static void watch(DrawingHand hand, String process) {
        var designer = hand.person();
        designer.open("/rulebook/controls");
        hand.press(designer.link("新建规则").first());
        hand.fill(designer.page().locator("#title"), "七天没有办结的 " + process);
        pick(hand);
        hand.choose(designer.page().locator("#owner"), "administration-head");
        hand.press(designer.button("写入查询"));
        designer.sees("请选择。");
        hand.choose(designer.page().locator("#pattern"), "slow");
        hand.choose(designer.page().locator("#process"), process);
        hand.press(designer.button("写入查询"));
        assertThat(designer.page().locator("#query")).hasValue(java.util.regex.Pattern.compile("7 days"));
        hand.press(designer.button("试查一次"));
        designer.sees("现在没有查到违反。");
        designer.picture("control");
        hand.press(designer.button("保存并开始检查"));
        assertThat(designer.row(process)).containsText("未发现违反");
    }

    /** Nobody ticked it off: the case that was completed in the same year proves it. */
    private void isDone(String process) {
        var owner = as("adminhead");
        owner.open(YEAR_END);
        owner.link("每年至少一次 " + process).click();
        owner.sees("查看证明它的事项");
        owner.picture("proved");
    }

    private static void watchNoMore(Person designer, String process) {
        designer.open("/rulebook/controls");
        designer.link("七天没有办结的 " + process).click();
        designer.button("删除规则").click();
        designer.confirms("删除规则");
        designer.sees("规则已删除。");
    }
}
