package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Somebody is away, another acts for them; what lies about is passed on; and whatever it was is found again. */
class AbsenceTests extends Journey {

    @Test
    void aDeputyActsWhileTheHeadIsAway() {
        var left = unique("走之前没批完的");
        api("dev1").claim(left, "21");
        var head = as("devhead");
        head.open("/organization/people/me");
        head.picks("#deputies", "xht");
        head.main().locator("#from").fill(LocalDate.now().minusDays(1).toString());
        head.main().locator("#through").fill(LocalDate.now().plusDays(3).toString());
        head.picture("deputy");
        head.button("安排代理人").click();
        head.sees("徐海涛");
        var title = unique("代批的报销");
        api("dev1").claim(title, "66");
        var deputy = people().as("markethead", Person.PHONE, "zh-CN");
        deputy.open("/inbox");
        deputy.row(title).locator("a").first().click();
        deputy.sees("梁振宇不在，您代为处理");
        deputy.picture("case");
        assertThat(deputy.isWiderThanTheScreen()).isFalse();
        deputy.button("同意").click();
        deputy.sees("代梁振宇");
        head.link("移交工作").click();
        head.sees("手里的待办");
        head.picks("main", "xht");
        head.picture("handover");
        head.main().locator("form button.btn-primary").click();
        head.page().locator("#confirm [value=yes]").click();
        head.sees("已移交给徐海涛");
        head.open("/organization/people/me");
        head.button("取消代理").first().click();
        head.sees("没有安排代理人");
    }

    @Test
    void aCaseIsFoundFromAnywhereByKeyboard() {
        var title = unique("杭州渠道考察");
        api("staff1").claim(title, "88");
        var staff = as("staff1");
        staff.open("/rulebook");
        staff.page().keyboard().press("Control+k");
        staff.page().keyboard().type("hzqdkc");
        var hit = staff.page().locator("#palette .palette__entry").getByText(title);
        assertThat(hit).isVisible();
        staff.picture("palette");
        staff.page().keyboard().press("Enter");
        staff.isAt("/cases/");
        assertThat(staff.main().locator("h1")).containsText(title);
        var phone = people().as("staff1", Person.PHONE, "en");
        phone.open("/search?q=" + "杭州");
        phone.sees(title);
        phone.picture("search");
        assertThat(phone.isWiderThanTheScreen()).isFalse();
    }
}
