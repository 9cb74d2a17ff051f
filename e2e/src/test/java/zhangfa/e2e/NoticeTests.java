package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Hearing of what concerns one: the bell, the centre, announcements. */
class NoticeTests extends Journey {

    @Test
    void theBellRingsWithoutReloadAndIsSilentOnceTheCaseIsSeen() {
        var head = as("head2");
        head.open("/notifications");
        var before = bell(head).textContent().strip();
        var title = unique("铃响的报销");
        api("staff3").claim(title, "63");
        assertThat(head.row(title)).isVisible();
        assertThat(bell(head)).not().hasText(before);
        head.picture("centre");
        head.row(title).locator("a").first().click();
        head.isAt("/cases/");
        assertThat(bell(head)).hasText(before);
    }

    @Test
    void allNoticesCanBeReadAtOnce() {
        api("staff3").claim(unique("一并读过的报销"), "12");
        var head = as("head2");
        head.open("/notifications");
        head.button("全部标为已读").click();
        head.sees("全部通知已标为已读。");
        head.sees("没有未读通知");
        assertThat(bell(head)).isEmpty();
    }

    @Test
    void somebodySaysHowTheyWantToBeReached() {
        var person = as("market1");
        person.open("/notifications/preferences");
        person.page().locator("input[name=digest]").check();
        person.page().locator("#quiet_from").fill("22:00");
        person.button("保存设置").click();
        person.sees("请同时填写开始和结束时间");
        person.page().locator("#quiet_from").fill("22:00");
        person.page().locator("#quiet_to").fill("07:30");
        person.button("保存设置").click();
        person.sees("通知设置已保存。");
        assertThat(person.page().locator("#quiet_to")).hasValue("07:30");
        person.picture("preferences");
    }

    @Test
    void whatIsAnnouncedIsReadAndConfirmed() {
        var title = unique("春节值班安排");
        var head = as("head2");
        head.open("/announcements/new");
        head.page().locator("#title").fill(title);
        head.page().locator("#body").fill("初一至初三轮流值班。\n名单见附表。");
        head.page().locator("input[name=units]").first().check();
        head.page().locator("#read_by").fill("2099-01-01");
        head.picture("announcing");
        head.button("发布").click();
        head.sees("公告已发布。");
        head.picture("published");

        var staff = as("staff3");
        staff.open("/announcements");
        staff.row(title).locator("a").first().click();
        staff.sees("初一至初三轮流值班。");
        staff.button("已阅读并知悉").click();
        staff.sees("已确认。");
        staff.picture("confirmed");

        head.open("/announcements");
        head.row(title).locator("a").first().click();
        head.sees("2 人已完成");
    }

    private static Locator bell(Person person) {
        return person.page().locator(".topbar [sse-swap='menu.notices']");
    }
}
