package zhangfa.notification.sms;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.notification.outside.Call;

/** Tencent Cloud's SMS: SendSms of 2021-01-11, signed by TC3-HMAC-SHA256. */
record Tencent(SmsSettings settings, URI address) implements Gateway {

    static final URI ADDRESS = URI.create("https://sms.tencentcloudapi.com/");

    private static final String TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Call call(Text text) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("PhoneNumberSet", List.of(text.phone()));
        wish.put("SmsSdkAppId", settings.application());
        wish.put("SignName", settings.sign());
        wish.put("TemplateId", settings.template());
        wish.put("TemplateParamSet", List.of(text.title()));
        wish.put("SessionContext", text.delivery().toString());
        var body = JSON.writeValueAsString(wish);
        var seconds = Long.toString(text.now().getEpochSecond());
        var day = text.now().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        var headers = Map.of(
                "X-TC-Action",
                "SendSms",
                "X-TC-Version",
                "2021-01-11",
                "X-TC-Region",
                settings.region(),
                "X-TC-Timestamp",
                seconds,
                "Authorization",
                authorization("sms", day, seconds, body));
        return new Call(address, TYPE, headers, body);
    }

    private String authorization(String service, String day, String seconds, String body) {
        var names = "content-type;host";
        var request = "POST\n/\n\ncontent-type:" + TYPE + "; charset=utf-8" + "\nhost:" + address.getAuthority()
                + "\n\n" + names + "\n" + Digests.sha256(body);
        var scope = day + "/" + service + "/tc3_request";
        var content = "TC3-HMAC-SHA256\n" + seconds + "\n" + scope + "\n" + Digests.sha256(request);
        return "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(settings.keyId(), scope, names, signature(service, day, content));
    }

    String signature(String service, String day, String content) {
        var ofDay = Digests.hmac(Digests.bytes("TC3" + settings.keySecret()), day);
        var ofService = Digests.hmac(ofDay, service);
        return Digests.hex(Digests.hmac(Digests.hmac(ofService, "tc3_request"), content));
    }

    @Override
    public Optional<String> refusal(Call.Answer answer) {
        try {
            var response = JSON.readTree(answer.body()).path("Response");
            var verdict = response.at("/SendStatusSet/0/Code")
                    .asString(response.at("/Error/Code").asString(""));
            return answer.isFine() && verdict.equals("Ok")
                    ? Optional.empty()
                    : Optional.of(verdict + " "
                            + response.at("/SendStatusSet/0/Message")
                                    .asString(response.at("/Error/Message").asString("HTTP " + answer.status())));
        } catch (JacksonException e) {
            return Optional.of("HTTP " + answer.status());
        }
    }
}
