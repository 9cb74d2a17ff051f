package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An installation without the demo company, from the link in its log to the steps that make it a company. */
class FirstDayTests extends Journey {

    private static final String PASSWORD = "第一天的长密码 2026";

    @SuppressWarnings("NullAway.Init")
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.withoutDemo("first-day");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Server server() {
        return server;
    }

    @Test
    void theLinkInTheLogMakesTheFirstAdministrator() {
        var defaults = Map.of("username", "root", "password", People.PASSWORD);
        assertThat(Api.open(server).post("/api/v1/tokens", defaults).status()).isEqualTo(401);

        var link = URI.create(server.said("http://\\S+/setup/\\S+").group()).getPath();
        var operator = people().stranger("zh-CN");
        operator.open(link);
        operator.page().locator("#username").fill("chief");
        operator.page().locator("#name").fill("赵启明");
        operator.page().locator("#password").fill(PASSWORD);
        operator.page().locator("#repeated").fill(PASSWORD);
        operator.picture("link");
        operator.page().locator("main form button.btn-primary").click();
        operator.signIn("chief", PASSWORD);
        operator.isAt("/setup$");
        operator.picture("steps");
        assertThat(operator.main().locator("tbody tr")).hasCount(5);
        assertThat(operator.main().locator("tbody tr").first()).containsText("待完成");

        operator.open(link);
        operator.sees("设置链接无效或已经用过");
    }
}
