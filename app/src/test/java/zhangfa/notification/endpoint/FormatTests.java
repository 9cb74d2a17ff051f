package zhangfa.notification.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.notification.outside.Outside;
import zhangfa.notification.outside.PublicNet;
import zhangfa.notification.wording.Spoken;

/** What each kind of endpoint gets, over real HTTP, is what its public documentation describes; no call goes astray. */
class FormatTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:03:04Z");
    private static final UUID MESSAGE = UUID.randomUUID();
    private static final UUID CASE = UUID.randomUUID();
    private static final String SECRET =
            Base64.getEncoder().encodeToString("32 bytes that nobody can guess..".getBytes(StandardCharsets.UTF_8));

    private final Receiver receiver = new Receiver();
    private Outside outside;

    @BeforeEach
    void reachable() {
        outside = outside(Set.of("localhost"));
    }

    @AfterEach
    void closed() throws IOException {
        outside.close();
        receiver.close();
    }

    private static Outside outside(Set<String> allowed) {
        return new Outside(new PublicNet(InetAddress::getAllByName, allowed));
    }

    @Test
    void aWebhookIsASignedCloudEvent() throws Exception {
        outside.post(Format.CLOUDEVENTS.call(letter("/hook?a=b", SECRET)));
        var request = receiver.requests.getFirst();
        assertThat(request.address()).hasToString("/hook?a=b");
        assertThat(request.headers().get("content-type")).startsWith("application/cloudevents+json");
        var event = json(request);
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("id").asString()).isEqualTo(MESSAGE.toString());
        assertThat(event.get("source").asString()).isEqualTo("https://zhangfa.example.com");
        assertThat(event.get("type").asString()).isEqualTo("zhangfa.task.assigned");
        assertThat(event.get("subject").asString()).isEqualTo("cases/" + CASE);
        assertThat(event.at("/data/link").asString()).isEqualTo("https://zhangfa.example.com/cases/" + CASE);
        var signed = MESSAGE + "." + NOW.getEpochSecond() + "." + request.body();
        assertThat(request.headers())
                .containsEntry("webhook-id", MESSAGE.toString())
                .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
                .containsEntry(
                        "webhook-signature", "v1," + hmac(Base64.getDecoder().decode(SECRET), signed));
    }

    @Test
    void aRepeatCarriesTheSameId() throws Exception {
        outside.post(Format.CLOUDEVENTS.call(letter("/", SECRET)));
        outside.post(Format.CLOUDEVENTS.call(letter("/", SECRET)));
        assertThat(receiver.requests)
                .extracting(request -> request.headers().get("webhook-id"))
                .containsOnly(MESSAGE.toString());
    }

    @Test
    void dingTalkIsSignedInTheQuery() throws Exception {
        outside.post(Format.DINGTALK.call(letter("/robot/send?access_token=x", "SEC123")));
        var request = receiver.requests.getFirst();
        var millis = Long.toString(NOW.toEpochMilli());
        assertThat(request.address().getQuery())
                .isEqualTo("access_token=x&timestamp=%s&sign=%s"
                        .formatted(millis, hmac(bytes("SEC123"), millis + "\nSEC123")));
        assertThat(json(request).get("msgtype").asString()).isEqualTo("text");
        assertThat(json(request).at("/text/content").asString())
                .isEqualTo("待办：<b>出差</b>\n李四发起\n@all\nhttps://zhangfa.example.com/cases/" + CASE);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsListedForItsRecipientsGoesToNoGroupAndNoProgram(Format format) {
        assertThat(format.call(letter("/", SECRET)).body()).doesNotContain("名单上的标题", "只给收件人");
    }

    @Test
    void weComGetsNoMoreThanItTakes() throws Exception {
        var letter = letter("/cgi-bin/webhook/send?key=k", "");
        var long2 = new Spoken(
                MESSAGE, "task.assigned", false, "长".repeat(2000), "文", null, null, null, NOW, null, List.of(), null);
        outside.post(Format.WECOM.call(new Letterhead(letter.address(), "", long2, letter.base(), NOW)));
        var content = json(receiver.requests.getFirst()).at("/text/content").asString();
        assertThat(bytes(content).length).isBetween(2040, 2048);
        assertThat(content).matches("长+");
    }

    @Test
    void feishuIsSignedInTheBodyAndGetsText() throws Exception {
        outside.post(Format.FEISHU.call(letter("/open-apis/bot/v2/hook/x", "s")));
        var body = json(receiver.requests.getFirst());
        var seconds = Long.toString(NOW.getEpochSecond());
        assertThat(body.get("timestamp").asString()).isEqualTo(seconds);
        assertThat(body.get("sign").asString()).isEqualTo(hmac(bytes(seconds + "\ns"), ""));
        assertThat(body.at("/content/post/zh_cn/title").asString()).isEqualTo("待办：<b>出差</b>");
        assertThat(body.at("/content/post/zh_cn/content/1/0/tag").asString()).isEqualTo("text");
    }

    @Test
    void withoutASecretNothingIsSigned() {
        assertThat(Format.DINGTALK
                        .call(letter("/send?access_token=x", ""))
                        .address()
                        .getQuery())
                .isEqualTo("access_token=x");
        assertThat(Format.FEISHU.call(letter("/x", "")).body()).doesNotContain("sign");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DINGTALK|{\"errcode\":0,\"errmsg\":\"ok\"}|",
                "DINGTALK|{\"errcode\":310000,\"errmsg\":\"sign not match\"}|sign not match",
                "WECOM|{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}|invalid webhook url",
                "FEISHU|{\"code\":0,\"msg\":\"success\"}|",
                "FEISHU|{\"code\":19021,\"msg\":\"sign match fail\"}|sign match fail",
                "WECOM|<html>|<html>"
            })
    void aRobotThatRefusesSaysSoInItsAnswer(Format format, String answer, String refusal) throws Exception {
        receiver.answer = answer;
        var said = format.refusal(outside.post(format.call(letter("/", "s"))));
        if (refusal == null) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said.orElseThrow()).contains(refusal);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        receiver.status = status;
        receiver.headers = Map.of("Location", receiver.address("/inside").toString());
        var answer = outside.post(Format.CLOUDEVENTS.call(letter("/", SECRET)));
        assertThat(Format.CLOUDEVENTS.refusal(answer)).contains("HTTP " + status);
        assertThat(receiver.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:%d/",
                "http://127.0.0.1:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://2130706433:%d/",
                "http://0x7f.1:%d/",
                "http://0:%d/"
            })
    void whateverItsSpellingOurOwnMachineIsNotReached(String address) throws Exception {
        var port = receiver.address("/").getPort();
        try (var strict = outside(Set.of())) {
            var letter = letter("/", SECRET);
            var astray =
                    new Letterhead(URI.create(address.formatted(port)), SECRET, letter.message(), letter.base(), NOW);
            assertThatThrownBy(() -> strict.post(Format.CLOUDEVENTS.call(astray)))
                    .isInstanceOf(IOException.class);
        }
        assertThat(receiver.requests).isEmpty();
    }

    @Test
    void aNameThatTurnsInsideAfterItWasAskedIsNotReached() throws Exception {
        var asked = new int[1];
        var turning = new PublicNet(
                host -> new InetAddress[] {
                    asked[0]++ == 0
                            ? InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})
                            : InetAddress.getByAddress(host, new byte[] {8, 8, 8, 8})
                },
                Set.of());
        try (var strict = new Outside(turning)) {
            assertThatThrownBy(() -> strict.post(Format.CLOUDEVENTS.call(letter("/", SECRET))))
                    .isInstanceOf(UnknownHostException.class);
        }
        assertThat(receiver.requests).isEmpty();
    }

    private Letterhead letter(String path, String secret) {
        var message = new Spoken(
                MESSAGE,
                "task.assigned",
                false,
                "待办：<b>出差</b>",
                "李四发起",
                "@all",
                "/cases/" + CASE,
                CASE,
                NOW,
                null,
                List.of(new Spoken.Item("名单上的标题", "/cases/" + CASE, "只给收件人", List.of(), null)),
                null);
        return new Letterhead(receiver.address(path), secret, message, "https://zhangfa.example.com", NOW);
    }

    private static JsonNode json(Receiver.Request request) {
        return JsonMapper.shared().readTree(request.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As RFC 2104 writes it, so that the product's own use of the JDK is checked against something else. */
    private static String hmac(byte[] key, String text) throws Exception {
        var block = new byte[64];
        var short64 = key.length > 64 ? MessageDigest.getInstance("SHA-256").digest(key) : key;
        System.arraycopy(short64, 0, block, 0, short64.length);
        var inner = MessageDigest.getInstance("SHA-256");
        var outer = MessageDigest.getInstance("SHA-256");
        for (var b : block) {
            inner.update((byte) (b ^ 0x36));
            outer.update((byte) (b ^ 0x5C));
        }
        return Base64.getEncoder().encodeToString(outer.digest(inner.digest(bytes(text))));
    }
}
