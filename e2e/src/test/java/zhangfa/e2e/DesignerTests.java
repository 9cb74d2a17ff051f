package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Somebody who is no programmer designs a process, and people go through it. */
class DesignerTests extends Journey {

    /** As many clicks and fields as fit into ten minutes with time to think: fifteen seconds for each. */
    private static final int MOST_ACTS = 40;

    private int acts;

    @Test
    void aTravelRequestWithABranchByAmountAndTwoCountersignersIsDesignedPublishedAndPlayed() {
        var name = unique("出差申请");
        var designer = as("designer1");
        draw(designer, name);
        assertThat(acts).isLessThanOrEqualTo(MOST_ACTS);
        tryOut(designer);
        designer.button("发布").click();
        designer.page().locator("#confirm").getByText("发布", exactly()).click();
        designer.sees("已发布为第 1 版。");
        var dear = handIn(name, "深圳客户拜访", "8000");
        approve("head1", dear);
        approve("financehead", dear);
        approve("manager", dear).sees("已完成");
        var cheap = handIn(name, "市内培训", "300");
        approve("head1", cheap).sees("已完成");
    }

    private void draw(Person designer, String name) {
        designer.open("/designs");
        fill(designer.page().locator("#name"), name);
        press(designer.button("开始设计"));
        field(designer, 0, "事由", "text");
        press(designer.button("加一个字段"));
        field(designer, 1, "预计费用", "money");
        press(designer.button("保存"));
        add(designer, 0, "审批");
        fill(designer.page().locator("#name"), "部门负责人审批");
        choose(designer.page().locator("#whom"), "unit-head");
        press(designer.button("保存"));
        add(designer, 1, "条件分支");
        choose(designer.main().locator("select[name$='.field']"), "预计费用");
        fill(designer.main().locator("input[name$='.value']"), "5000");
        press(designer.button("保存"));
        designer.sees("预计费用 大于 5000");
        press(designer.main().locator(".design__lane").first().locator(".design__add > summary"));
        press(designer.main().locator(".design__lane").first().locator("button[value='approval']"));
        isOpen(designer, ".design__card");
        fill(designer.page().locator("#name"), "财务与总经理会签");
        choose(designer.page().locator("#whom"), "person");
        picks(designer, "financehead", 1);
        picks(designer, "manager", 2);
        choose(designer.page().locator("#mode"), "all");
        press(designer.button("保存"));
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

    private Person approve(String who, String title) {
        var person = as(who);
        person.open("/inbox");
        person.row(title).locator("a").first().click();
        person.button("同意").click();
        person.sees("已同意。");
        return person;
    }

    private void add(Person designer, int place, String kind) {
        var add = designer.main().locator(".design__add").nth(place);
        press(add.locator("summary"));
        press(add.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(kind)));
        isOpen(designer, kind.equals("审批") ? ".design__card" : ".design__when");
    }

    private static void isOpen(Person designer, String block) {
        assertThat(designer.main().locator(block + "[aria-current]")).isVisible();
    }

    private void field(Person designer, int at, String name, String kind) {
        var line = designer.main().locator("#fields tbody tr").nth(at);
        fill(line.locator("input[name$='.name']"), name);
        choose(line.locator("select[name$='.kind']"), kind);
        press(line.locator("input[name$='.required']"));
    }

    private void picks(Person designer, String letters, int chosen) {
        var picker = designer.page().locator("[data-of='person'] [data-picker]");
        picker.getByRole(AriaRole.COMBOBOX).pressSequentially(letters);
        assertThat(picker.getByRole(AriaRole.OPTION)).hasCount(1);
        designer.page().keyboard().press("Enter");
        assertThat(picker.locator("input[type=hidden]")).hasCount(chosen);
        acts++;
    }

    private void press(Locator what) {
        what.click();
        acts++;
    }

    private void fill(Locator what, String words) {
        what.fill(words);
        acts++;
    }

    private void choose(Locator what, String option) {
        what.selectOption(option);
        acts++;
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
