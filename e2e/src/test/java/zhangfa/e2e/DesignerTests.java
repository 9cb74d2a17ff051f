package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody who is no programmer designs a process, and people go through it. */
class DesignerTests extends Journey {

    /** As many clicks and fields as fit into ten minutes with time to think: fifteen seconds for each. */
    private static final int MOST_ACTS = 40;

    @Test
    void aTravelRequestWithABranchByAmountAndTwoCountersignersIsDesignedPublishedAndPlayed() {
        var name = unique("出差申请");
        var designer = as("designer1");
        var hand = new DrawingHand(designer);
        draw(hand, name);
        assertThat(hand.acts()).isLessThanOrEqualTo(MOST_ACTS);
        tryOut(designer);
        hand.publish();
        var dear = handIn(name, "深圳客户拜访", "8000");
        agree("head1", dear);
        agree("financehead", dear);
        agree("manager", dear).sees("已完成");
        var cheap = handIn(name, "市内培训", "300");
        agree("head1", cheap).sees("已完成");
    }

    private static void draw(DrawingHand hand, String name) {
        var designer = hand.person();
        hand.begin(name);
        hand.field(0, "事由", "text");
        hand.press(designer.button("加一个字段"));
        hand.field(1, "预计费用", "money");
        hand.press(designer.button("保存"));
        hand.add(0, "审批");
        hand.headOfUnit("部门负责人审批");
        hand.add(1, "条件分支");
        hand.choose(designer.main().locator("select[name$='.field']"), "预计费用");
        hand.fill(designer.main().locator("input[name$='.value']"), "5000");
        hand.press(designer.button("保存"));
        designer.sees("预计费用 大于 5000");
        hand.press(designer.main().locator(".design__lane").first().locator(".design__add > summary"));
        hand.press(designer.main().locator(".design__lane").first().locator("button[value='approval']"));
        hand.isOpen(".design__card");
        hand.fill(designer.page().locator("#name"), "财务与总经理会签");
        hand.choose(designer.page().locator("#whom"), "person");
        hand.picks("financehead", 1);
        hand.picks("manager", 2);
        hand.choose(designer.page().locator("#mode"), "all");
        hand.press(designer.button("保存"));
        designer.sees("检查通过");
        designer.picture("drawn");
    }

    private static void tryOut(Person designer) {
        designer.link("试跑").click();
        designer.picks(".form > .field:has([data-picker])", "staff1");
        designer.page().locator("[name='yu_ji_fei_yong']").fill("6000");
        designer.button("看看路线").click();
        assertThat(designer.page().locator("#route")).containsText("财务与总经理会签");
        designer.picture("trial");
        designer.page().locator("[name='yu_ji_fei_yong']").fill("600");
        designer.button("看看路线").click();
        assertThat(designer.page().locator("#route")).not().containsText("财务与总经理会签");
        designer.page().goBack();
    }

    private String handIn(String process, String reason, String amount) {
        var title = unique(reason);
        var staff = as("staff1");
        staff.open("/start");
        staff.page().getByText(process).first().click();
        staff.page().locator("[name='title']").fill(title);
        staff.page().locator("[name='yu_ji_fei_yong']").fill(amount);
        staff.button("提交").click();
        staff.isAt("/cases/");
        return title;
    }
}
