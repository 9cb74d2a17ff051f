package zhangfa.directory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.directory.Browser;
import zhangfa.directory.Setup;
import zhangfa.identity.Accounts;
import zhangfa.notification.Channel;
import zhangfa.notification.Channel.Notable;
import zhangfa.notification.Channel.Outgoing;
import zhangfa.notification.Urgency;
import zhangfa.notification.wording.Spoken;

/** Logging in by WeCom, DingTalk and Feishu, their tokens and errors, and cards to people. */
@CompanyTest
class PlatformTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Accounts accounts;

    @Autowired
    List<Channel> channels;

    private final String subject = "u-" + UUID.randomUUID();

    static Stream<FakePlatform> platforms() {
        return Stream.of(new FakeWecom(), new FakeDingtalk(), new FakeFeishu());
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void whoeverIsLinkedComesIn(FakePlatform fake) {
        try (fake;
                var app = setUp(fake)) {
            assertThat(app.test()).hasStatus(204);
            app.link(Company.ANALYST1, subject);
            var browser = new Browser(web);
            assertThat(browser.get(back(app, fake, browser, subject))).hasRedirectedUrl("/notices");
            assertThat(browser.whoAmI()).isEqualTo(Company.ANALYST1);
        }
    }

    @Test
    void insideWecomsAppNobodyScansACode() {
        try (var fake = new FakeWecom();
                var app = setUp(fake)) {
            var page = web.get()
                    .uri("/login/via/" + app.key())
                    .header("User-Agent", "Mozilla/5.0 wxwork/4.1.22 MicroMessenger/7.0.1")
                    .exchange();
            assertThat(page.getResponse().getRedirectedUrl())
                    .startsWith("https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww1&")
                    .endsWith("#wechat_redirect");
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void strangersAndUsedCodesStayOut(FakePlatform fake) {
        try (fake;
                var app = setUp(fake)) {
            var browser = new Browser(web);
            assertThat(browser.get(back(app, fake, browser, subject))).hasStatus(403);
            assertThat(browser.get(back(app, fake, browser, ""))).hasStatus(401);
            var back = back(app, fake, browser, subject);
            fake.codes.clear();
            assertThat(browser.get(back)).hasStatus(401);
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void aTokenIsAskedForOnceAndAnewWhenItIsGone(FakePlatform fake) {
        try (fake;
                var app = setUp(fake)) {
            app.test();
            app.test();
            assertThat(fake.tokens).isEqualTo(1);
            fake.expireToken();
            assertThat(app.test()).hasStatus(204);
            assertThat(fake.tokens).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void aBusyPlatformIsToBeAskedLater(FakePlatform fake) {
        try (fake;
                var app = setUp(fake)) {
            fake.busy = 1;
            assertThat(app.test()).hasStatus(409).bodyText().contains("稍后再试");
            assertThat(app.test()).hasStatus(204);
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void aWrongSecretIsSaidInThePlatformsWords(FakePlatform fake) {
        try (fake;
                var app = Setup.of(web, fake.kind(), List.of(), fake.settings(), "not the secret")) {
            assertThat(app.test()).hasStatus(409).bodyText().contains("对方拒绝了请求").contains("invalid");
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void aCardOpensThePageSignedInAndCarriesPlainText(FakePlatform fake) throws Exception {
        try (fake;
                var app = setUp(fake)) {
            app.link(Company.ANALYST1, subject);
            var person = accounts.named(Company.ANALYST1).orElseThrow().id();
            var channel = channel(fake);
            var notable = new Notable(UUID.randomUUID(), "task.assigned", Urgency.NORMAL);
            assertThat(channel.isOpen()).isTrue();
            var target = channel.targets(notable, Set.of(person, UUID.randomUUID()));
            assertThat(target).hasSize(1).first().extracting("address").isEqualTo(subject);
            channel.send(outgoing(person));
            assertThat(fake.cards).hasSize(1);
            assertThat(fake.cards.getFirst().toString())
                    .contains("<b>出差</b>", "/login/via/%s?to=%%2Fcases%%2F1".formatted(app.key()), subject)
                    .contains("查看并处理".substring(0, fake.kind().equals("dingtalk") ? 0 : 5));
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void aCardThatThePlatformRefusesSaysWhyAndKeepsTheSecret(FakePlatform fake) {
        try (fake;
                var app = setUp(fake)) {
            app.link(Company.ANALYST1, subject);
            var person = accounts.named(Company.ANALYST1).orElseThrow().id();
            fake.busy = 1;
            assertThatThrownBy(() -> channel(fake).send(outgoing(person)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("稍后再试")
                    .hasMessageNotContaining(FakePlatform.SECRET);
        }
    }

    private Channel channel(FakePlatform fake) {
        return channels.stream()
                .filter(one -> one.name().equals(fake.kind()))
                .findFirst()
                .orElseThrow();
    }

    private Outgoing outgoing(UUID person) {
        return new Outgoing(
                UUID.randomUUID(),
                person,
                subject,
                Locale.SIMPLIFIED_CHINESE,
                new Spoken(
                        UUID.randomUUID(),
                        "task.assigned",
                        false,
                        "待办：<b>出差</b>",
                        "请处理",
                        null,
                        "/cases/1",
                        null,
                        Instant.EPOCH,
                        null,
                        List.of(),
                        null));
    }

    private Setup setUp(FakePlatform fake) {
        return Setup.of(web, fake.kind(), List.of(), fake.settings(), FakePlatform.SECRET);
    }

    private static String back(Setup app, FakePlatform fake, Browser browser, String subject) {
        var page = String.valueOf(browser.get("/login/via/" + app.key() + "?to=/notices")
                .getResponse()
                .getRedirectedUrl());
        assertThat(page)
                .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Flogin%2Fvia%2F" + app.key() + "%2Freturn");
        return "/login/via/" + app.key() + "/return" + fake.agree(page, subject);
    }
}
