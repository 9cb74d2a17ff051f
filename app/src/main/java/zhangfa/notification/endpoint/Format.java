package zhangfa.notification.endpoint;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.notification.outside.Call;

/**
 * How an endpoint wants to be spoken to. Chats get plain text, so that nothing that people wrote is interpreted there; each
 * of them answers 200 also when it refuses, and says so in the body.
 */
enum Format {
    /** CloudEvents 1.0 in structured mode, signed as Standard Webhooks 1.0 lays down. */
    CLOUDEVENTS("") {
        @Override
        Call call(Letterhead letter) {
            var message = letter.message();
            var event = new LinkedHashMap<String, @Nullable Object>();
            event.put("specversion", "1.0");
            event.put("id", message.id().toString());
            event.put("source", letter.base());
            event.put("type", "zhangfa." + message.kind());
            event.put("time", message.at().toString());
            if (message.caseId() != null) {
                event.put("subject", "cases/" + message.caseId());
            }
            event.put("datacontenttype", "application/json");
            var data = new LinkedHashMap<String, @Nullable Object>();
            data.put("urgency", message.urgent() ? "urgent" : "normal");
            data.put("subject", message.subject());
            data.put("text", message.text());
            data.put("remark", message.remark());
            data.put("link", letter.link());
            event.put("data", data);
            var body = JSON.writeValueAsString(event);
            var id = message.id().toString();
            var seconds = Long.toString(letter.now().getEpochSecond());
            var key = Base64.getDecoder().decode(letter.secret());
            var headers = Map.of(
                    "webhook-id", id,
                    "webhook-timestamp", seconds,
                    "webhook-signature", "v1," + Signature.of(key, id + "." + seconds + "." + body));
            return new Call(letter.address(), "application/cloudevents+json", headers, body);
        }
    },

    /** The custom robot of a DingTalk group, with its signature in the query. */
    DINGTALK("errcode") {
        @Override
        Call call(Letterhead letter) {
            var body = Map.of("msgtype", "text", "text", Map.of("content", letter.lines()));
            return robot(signed(letter), body);
        }

        private URI signed(Letterhead letter) {
            if (letter.secret().isEmpty()) {
                return letter.address();
            }
            var millis = Long.toString(letter.now().toEpochMilli());
            var sign = Signature.of(letter.secret(), millis + "\n" + letter.secret());
            return URI.create("%s%stimestamp=%s&sign=%s"
                    .formatted(
                            letter.address(),
                            letter.address().getRawQuery() == null ? "?" : "&",
                            millis,
                            URLEncoder.encode(sign, StandardCharsets.UTF_8)));
        }
    },

    /** The robot of a WeCom group; its address is its secret. */
    WECOM("errcode") {
        private static final int LONGEST = 2048;

        @Override
        Call call(Letterhead letter) {
            var lines = cut(letter.lines(), LONGEST);
            return robot(letter.address(), Map.of("msgtype", "text", "text", Map.of("content", lines)));
        }
    },

    /** The custom bot of a Feishu group; its signature's key is the text that is signed, and what is signed is empty. */
    FEISHU("code") {
        @Override
        Call call(Letterhead letter) {
            var message = letter.message();
            var words = List.of(
                    List.of(Map.of("tag", "text", "text", message.text())),
                    List.of(Map.of("tag", "text", "text", message.remark() == null ? "" : message.remark())),
                    List.of(Map.of("tag", "a", "text", letter.link(), "href", letter.link())));
            var body = new LinkedHashMap<String, Object>();
            if (!letter.secret().isEmpty()) {
                var seconds = Long.toString(letter.now().getEpochSecond());
                body.put("timestamp", seconds);
                body.put("sign", Signature.of(seconds + "\n" + letter.secret(), ""));
            }
            body.put("msg_type", "post");
            body.put("content", Map.of("post", Map.of("zh_cn", Map.of("title", message.subject(), "content", words))));
            return robot(letter.address(), body);
        }
    };

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The field of the answer that is 0 when all is well; empty where the status says it. */
    private final String verdict;

    Format(String verdict) {
        this.verdict = verdict;
    }

    abstract Call call(Letterhead letter);

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> named(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key))
                .findFirst();
    }

    /** What is wrong with the answer, or nothing. */
    Optional<String> refusal(Call.Answer answer) {
        if (!answer.isFine()) {
            return Optional.of("HTTP " + answer.status());
        }
        return verdict.isEmpty() || isZero(answer.body()) ? Optional.empty() : Optional.of(answer.body());
    }

    private boolean isZero(String body) {
        try {
            return JSON.readTree(body).path(verdict).asInt(-1) == 0;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static Call robot(URI address, Object body) {
        return new Call(address, "application/json", Map.of(), JSON.writeValueAsString(body));
    }

    /** At most so many bytes of UTF-8, without cutting a character. */
    static String cut(String text, int bytes) {
        var cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
