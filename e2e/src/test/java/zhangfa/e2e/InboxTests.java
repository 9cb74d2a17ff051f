package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Deciding at a desk, on a phone, by keyboard; and hearing of new work. */
class InboxTests extends Journey {

    @Test
    void aHeadApprovesOnAPhone() {
        var title = unique("路上批的报销");
        api("staff1").claim(title, "96.40");
        var head = people().as("head1", Person.PHONE, "zh-CN");
        head.page().locator(".bar").getByText("待办").click();
        head.picture("inbox");
        head.row(title).locator("a").first().click();
        head.isAt("/cases/");
        var approve = head.button("同意");
        assertThat(approve).isInViewport();
        head.picture("case");
        assertThat(head.isWiderThanTheScreen()).isFalse();
        approve.click();
        head.sees("已同意。");
    }

    @Test
    void whatAHeadHasBegunToSayIsThereWhenTheyComeBack() {
        var claim = api("staff1").claim(unique("想一想再批的报销"), "58.20").text("/id");
        var head = people().as("head1", Person.PHONE, "zh-CN");
        head.open("/cases/" + claim);
        var opinion = head.main().locator("form [name=comment]").first();
        opinion.fill("票据齐全，");
        head.page().waitForCondition(() ->
                (Boolean) head.page().evaluate("Object.values(localStorage).some(kept => kept.includes('票据齐全'))"));
        head.open("/inbox");
        head.open("/cases/" + claim);
        assertThat(opinion).hasValue("票据齐全，");
        head.sees("已恢复上次没有提交的内容");
        head.picture("begun");
        opinion.fill("票据齐全，同意。");
        head.button("同意").click();
        head.sees("已同意。");
        assertThat((Boolean) head.page().evaluate("Object.keys(localStorage).some(key => key.includes(':task:'))"))
                .isFalse();
        head.sees("票据齐全，同意。");
    }

    @Test
    void aHeadApprovesSeveralAtOnceOnAPhoneAndByKeyboard() {
        var title = unique("一起批的报销");
        for (int number = 1; number <= 4; number++) {
            api("staff1").claim(title + number, "3" + number);
        }
        var head = people().as("head1", Person.PHONE, "zh-CN");
        head.open("/inbox");
        head.row(title + 1).getByRole(AriaRole.CHECKBOX).check();
        head.row(title + 2).getByRole(AriaRole.CHECKBOX).check();
        head.sees("已选 2 件");
        head.picture("chosen");
        head.button("全部同意").click();
        head.sees("2 件已处理，0 件没有处理");
        head.picture("outcomes");
        assertThat(head.isWiderThanTheScreen()).isFalse();
        var desk = as("head1");
        desk.open("/inbox");
        desk.row(title + 3).locator("a").first().focus();
        desk.page().keyboard().press("x");
        desk.sees("已选 1 件");
        desk.button("全部同意").click();
        desk.sees("1 件已处理，0 件没有处理");
        assertThat(desk.main().locator("[data-row]").filter(new Locator.FilterOptions().setHasText(title)))
                .hasCount(1);
    }

    @Test
    void keyboardAloneIsEnoughToApprove() {
        var title = unique("键盘批的报销");
        api("staff2").claim(title, "51");
        var head = as("head1");
        head.open("/inbox");
        assertThat(head.row(title)).isVisible();
        var keys = head.page().keyboard();
        keys.press("j");
        keys.press("j");
        keys.press("k");
        assertThat(head.main().locator("[data-row] a:focus")).hasCount(1);
        for (int row = 0; row < 50 && head.row(title).locator("a:focus").count() == 0; row++) {
            keys.press("j");
        }
        assertThat(head.row(title).locator("a").first()).isFocused();
        head.picture("row");
        keys.press("Enter");
        head.isAt("/cases/");
        assertThat(head.main().locator("h1")).containsText(title);
        keys.press("a");
        head.sees("已同意。");
        keys.press("?");
        assertThat(head.page().locator("#keys")).isVisible();
    }

    @Test
    void anOpenInboxShowsNewWorkWithoutReload() {
        var head = as("head1");
        head.open("/inbox");
        var waiting = head.waiting();
        head.page().evaluate("window.stayed = true");
        var title = unique("刚刚提交的报销");
        api("staff1").claim(title, "77");
        assertThat(head.row(title)).isVisible();
        assertThat(head.badge()).hasText(Integer.toString(waiting + 1));
        assertThat((Boolean) head.page().evaluate("window.stayed")).isTrue();
    }

    @Test
    void aTaskIsTransferredAndColleaguesReadAlong() {
        var title = unique("转交的报销");
        var claim = api("staff1").claim(title, "43.20").text("/id");
        var head = as("head1");
        head.open("/cases/" + claim);
        head.button("抄送").click();
        head.picks("lmx");
        head.picture("copy");
        head.confirms("抄送");
        head.sees("已抄送。");
        head.button("转交").click();
        head.picks("lxf");
        head.picture("transfer");
        head.confirms("转交");
        head.sees("已转给对方。");
        head.sees("转交给 林晓峰");
        var manager = as("manager");
        manager.open("/inbox");
        assertThat(manager.row(title)).isVisible();
    }
}
