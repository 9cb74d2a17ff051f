package zhangfa.notification.sms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.notification.outside.Call;

/** Alibaba Cloud's Short Message Service: SendSms of 2017-05-25, signed by its request signature V3 (ACS3-HMAC-SHA256). */
record Aliyun(SmsSettings settings, URI address) implements Gateway {

    static final URI ADDRESS = URI.create("https://dysmsapi.aliyuncs.com/");

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Call call(Text text) {
        var query = new TreeMap<String, String>();
        query.put("PhoneNumbers", text.phone());
        query.put("SignName", settings.sign());
        query.put("TemplateCode", settings.template());
        query.put("TemplateParam", JSON.writeValueAsString(Map.of("title", text.title())));
        query.put("OutId", text.delivery().toString());
        var asked = canonical(query);
        var headers = signed(
                "SendSms",
                "2017-05-25",
                address.getAuthority(),
                asked,
                text.delivery().toString(),
                text.now());
        return new Call(URI.create(address + "?" + asked), "application/json", headers, "");
    }

    /** The headers of a POST without a body to the root, its {@code Authorization} among them. */
    Map<String, String> signed(String action, String version, String host, String query, String nonce, Instant now) {
        var nothing = Digests.sha256("");
        var signed = new TreeMap<String, String>();
        signed.put("host", host);
        signed.put("x-acs-action", action);
        signed.put("x-acs-content-sha256", nothing);
        signed.put("x-acs-date", now.truncatedTo(ChronoUnit.SECONDS).toString());
        signed.put("x-acs-signature-nonce", nonce);
        signed.put("x-acs-version", version);
        var names = String.join(";", signed.keySet());
        var lines = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        var request = "POST\n/\n" + query + "\n" + lines + "\n" + names + "\n" + nothing;
        var signature = Digests.hex(
                Digests.hmac(Digests.bytes(settings.keySecret()), "ACS3-HMAC-SHA256\n" + Digests.sha256(request)));
        var headers = new HashMap<String, String>(signed);
        headers.put(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
                        .formatted(settings.keyId(), names, signature));
        return headers;
    }

    @Override
    public Optional<String> refusal(Call.Answer answer) {
        try {
            var body = JSON.readTree(answer.body());
            return answer.isFine() && body.path("Code").asString("").equals("OK")
                    ? Optional.empty()
                    : Optional.of(body.path("Code").asString("") + " "
                            + body.path("Message").asString(""));
        } catch (JacksonException e) {
            return Optional.of("HTTP " + answer.status());
        }
    }

    /** In the order of names, percent-encoded as RFC 3986 has it. */
    static String canonical(SortedMap<String, String> query) {
        return query.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
