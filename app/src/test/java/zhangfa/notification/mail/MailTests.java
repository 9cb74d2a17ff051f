package zhangfa.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gg.jte.TemplateEngine;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import zhangfa.CompanyTest;
import zhangfa.notification.Channel;
import zhangfa.notification.preference.Preferences;
import zhangfa.notification.wording.Spoken;
import zhangfa.organization.Organization;

/** Mails reach a real SMTP server readable, harmless, in one thread for each case, and known again when they are repeated. */
@CompanyTest
class MailTests {

    private static final UUID CASE = UUID.randomUUID();

    @Autowired
    Preferences preferences;

    @Autowired
    Organization organization;

    @Autowired
    TemplateEngine templates;

    @Autowired
    MessageSource words;

    private GreenMail server;
    private MailChannel channel;

    @BeforeEach
    void aServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        channel = channel("章法 <zhangfa@example.com>");
    }

    @AfterEach
    void noServer() {
        server.stop();
    }

    private MailChannel channel(String from) {
        var settings = new MailSettings("127.0.0.1", server.getSmtp().getPort(), null, null, from, "none");
        return new MailChannel(
                settings,
                preferences,
                organization,
                templates,
                words,
                "https://zhangfa.example.com/",
                Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,打开查看", "zh-TW,開啟查看", "en,Open"})
    void aMailIsPlainTextAndHtmlInTheReadersLanguage(String tag, String open) throws Exception {
        channel.send(outgoing(tag, "待办：上海出差", "李四发起。", "请尽快", CASE));
        var mail = received();
        assertThat(mail.getSubject()).isEqualTo("待办：上海出差");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo(tag);
        assertThat(mail.getHeader("From", null)).contains("zhangfa@example.com").startsWith("=?UTF-8?");
        assertThat(part(mail, "text/plain"))
                .contains("李四发起。", "> 请尽快", open, "https://zhangfa.example.com/notifications/");
        assertThat(part(mail, "text/html")).contains("lang=\"" + tag + "\"", "<h1>待办：上海出差</h1>", open);
    }

    @Test
    void whatPeopleWroteStaysText() throws Exception {
        channel.send(outgoing(
                "zh-CN",
                "<script>alert(1)</script>\r\nBcc: all@example.com",
                "\"><img src=x onerror=y>",
                "<b>粗</b>",
                CASE));
        var mail = received();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("<script>alert(1)</script> Bcc: all@example.com");
        assertThat(part(mail, "text/html"))
                .doesNotContain("<script", "<img", "<b>")
                .contains("&lt;script&gt;", "&lt;b&gt;粗");
    }

    @Test
    void whatAMessageListsIsInTheMailWithItsLinks() throws Exception {
        channel.send(outgoing("zh-CN", "逾期周报", "", null, null));
        var mail = received();
        assertThat(part(mail, "text/plain"))
                .contains("* <i>上海出差</i>", "财务审核 · 王五", "https://zhangfa.example.com/cases/y");
        assertThat(part(mail, "text/html"))
                .doesNotContain("<i>", "urging")
                .contains(
                        "<a href=\"https://zhangfa.example.com/cases/y\">&lt;i&gt;上海出差",
                        "href=\"https://zhangfa.example.com/rulebook/articles/B.6.1.2\"");
    }

    @Test
    void mailsAboutOneCaseAreOneThread() throws Exception {
        channel.send(outgoing("zh-CN", "一", "", null, CASE));
        channel.send(outgoing("en", "two", "", null, CASE));
        var mails = server.getReceivedMessages();
        assertThat(List.of(mails[0], mails[1]))
                .extracting(mail -> mail.getHeader("References", null))
                .containsOnly("<case." + CASE + "@example.com>");
        assertThat(mails[0].getMessageID()).isNotEqualTo(mails[1].getMessageID());
    }

    @Test
    void aMailThatIsSentAgainIsTheSameMail() throws Exception {
        var outgoing = outgoing("zh-CN", "一", "", null, null);
        channel.send(outgoing);
        channel.send(outgoing);
        assertThat(server.getReceivedMessages())
                .hasSize(2)
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<message." + outgoing.delivery() + "@example.com>");
    }

    @Test
    void anAddressThatIsNoneIsSaidToBeSo() {
        var outgoing = outgoing("zh-CN", "一", "", null, null);
        var nowhere = new Channel.Outgoing(
                outgoing.delivery(), outgoing.target(), "nobody at all", outgoing.language(), outgoing.message());
        assertThatThrownBy(() -> channel.send(nowhere)).hasMessageContaining("address");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void withoutAServerThereIsNoMail() {
        var closed = new MailChannel(
                new MailSettings(null, 587, null, null, null, "starttls"),
                preferences,
                organization,
                templates,
                words,
                "http://localhost",
                Clock.systemUTC());
        assertThat(closed.isOpen()).isFalse();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aServerWithoutEncryptionGetsNothingWhenEncryptionIsAskedFor() {
        var settings = new MailSettings(
                "127.0.0.1", server.getSmtp().getPort(), null, null, "zhangfa@example.com", "starttls");
        var careful = new MailChannel(
                settings, preferences, organization, templates, words, "http://localhost", Clock.systemUTC());
        assertThatThrownBy(() -> careful.send(outgoing("zh-CN", "一", "", null, null)))
                .isInstanceOf(Exception.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static Channel.Outgoing outgoing(
            String tag, String subject, String text, @Nullable String remark, @Nullable UUID about) {
        var spoken = new Spoken(
                UUID.randomUUID(),
                "task.assigned",
                false,
                subject,
                text,
                remark,
                "/cases/x",
                about,
                Instant.now(),
                null,
                List.of(new Spoken.Item(
                        "<i>上海出差</i>",
                        "/cases/y",
                        "财务审核 · 王五",
                        List.of(new Spoken.Link("B.6.1.2", "/rulebook/articles/B.6.1.2")),
                        new Spoken.Link("催办", "/cases/y/urging"))),
                null);
        return new Channel.Outgoing(
                UUID.randomUUID(), UUID.randomUUID(), "lisi@example.com", Locale.forLanguageTag(tag), spoken);
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String part(jakarta.mail.Part mail, String type) throws Exception {
        if (mail.isMimeType(type)) {
            return (String) mail.getContent();
        }
        if (mail.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
