package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Coming in, and being kept out. */
class SignInTests extends Journey {

    @Test
    void wrongPasswordIsRefusedAlike() {
        var known = people().stranger("zh-CN");
        known.open("/login");
        known.picture("page");
        known.signIn("market1", "not-the-password");
        known.sees("用户名或密码不正确。");
        known.picture("refused");
        var unknown = people().stranger("zh-CN");
        unknown.open("/login");
        unknown.signIn("nobody-of-that-name", "not-the-password");
        unknown.sees("用户名或密码不正确。");
        assertThat(unknown.page()).hasTitle(known.page().title());
    }

    @Test
    void whoeverIsNotSignedInComesBackToWhereTheyWanted() {
        var person = people().stranger("zh-CN");
        person.open("/rulebook/articles/B.6.1.2?from=mail");
        person.isAt("/login");
        person.signIn("dev1", People.PASSWORD);
        person.isAt("/rulebook/articles/B\\.6\\.1\\.2\\?from=mail$");
    }

    @Test
    void whoeverSignsOutIsOut() {
        var person = people().stranger("zh-CN");
        person.open("/login");
        person.signIn("dev1", People.PASSWORD);
        person.page().locator(".topbar .menu summary").last().click();
        person.button("退出登录").click();
        person.sees("您已退出登录。");
        person.open("/inbox");
        person.isAt("/login");
    }

    @Test
    void languageCanBeChosen() {
        var person = as("dev1");
        person.page().locator("summary.topbar__button").first().click();
        person.button("English").click();
        assertThat(person.page().locator("html")).hasAttribute("lang", "en");
        assertThat(person.page().locator(".rail")).containsText("Inbox");
        person.open("/cases");
        assertThat(person.page().locator("h1")).hasText("Cases");
        person.page().locator("summary.topbar__button").first().click();
        person.button("繁體中文").click();
        assertThat(person.page().locator("html")).hasAttribute("lang", "zh-TW");
        person.picture("chosen");
    }
}
