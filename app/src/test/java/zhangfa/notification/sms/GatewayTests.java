package zhangfa.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.notification.outside.Call;

/** Text messages are asked for as the providers' public documentation describes it. */
class GatewayTests {

    private static final Instant NOW = Instant.parse("2023-10-26T10:22:32.9Z");
    private static final Gateway.Text TEXT = new Gateway.Text("13800000000", "紧急公告：停电 & 停水", UUID.randomUUID(), NOW);

    /** The example of Alibaba Cloud's own page about signature V3, with its published result. */
    @Test
    void aliyunSignsAsItsDocumentationDoes() {
        var query = new TreeMap<>(
                Map.of("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId", "cn-shanghai"));
        var headers = new Aliyun(settings("YourAccessKeyId", "YourAccessKeySecret"), Aliyun.ADDRESS)
                .signed(
                        "RunInstances",
                        "2014-05-26",
                        "ecs.cn-shanghai.aliyuncs.com",
                        Aliyun.canonical(query),
                        "3156853299f313e23d1673dc12e1703d",
                        NOW);
        assertThat(headers.get("Authorization"))
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void aliyunIsToldWhoAndWhatInTheQuery() {
        var call = new Aliyun(settings("id", "secret"), Aliyun.ADDRESS).call(TEXT);
        assertThat(call.address().getHost()).isEqualTo("dysmsapi.aliyuncs.com");
        assertThat(call.address().getQuery())
                .contains("PhoneNumbers=13800000000", "SignName=章法", "TemplateCode=T1", "OutId=" + TEXT.delivery())
                .contains("TemplateParam={\"title\":\"紧急公告：停电 & 停水\"}");
        assertThat(call.address().getRawQuery()).contains("%20%26%20").doesNotContain("+");
    }

    @Test
    void tencentIsToldWhoAndWhatInTheBody() {
        var call = new Tencent(settings("id", "secret"), Tencent.ADDRESS).call(TEXT);
        var body = JsonMapper.shared().readTree(call.body());
        assertThat(body.at("/PhoneNumberSet/0").asString()).isEqualTo("13800000000");
        assertThat(body.at("/TemplateParamSet/0").asString()).isEqualTo(TEXT.title());
        assertThat(body.get("SessionContext").asString())
                .isEqualTo(TEXT.delivery().toString());
        assertThat(call.headers())
                .containsEntry("X-TC-Timestamp", Long.toString(NOW.getEpochSecond()))
                .containsEntry("X-TC-Action", "SendSms");
        assertThat(call.headers().get("Authorization"))
                .startsWith(
                        "TC3-HMAC-SHA256 Credential=id/2023-10-26/sms/tc3_request, SignedHeaders=content-type;host, Signature=")
                .matches(".*Signature=[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aliyun|200|{\"Code\":\"OK\",\"BizId\":\"1\"}|",
                "aliyun|200|{\"Code\":\"isv.AMOUNT_NOT_ENOUGH\",\"Message\":\"余额不足\"}|余额不足",
                "aliyun|400|{\"Code\":\"SignatureDoesNotMatch\"}|SignatureDoesNotMatch",
                "aliyun|502|<html>|502",
                "tencent|200|{\"Response\":{\"SendStatusSet\":[{\"Code\":\"Ok\"}]}}|",
                "tencent|200|{\"Response\":{\"SendStatusSet\":[{\"Code\":\"LimitExceeded.PhoneNumberDailyLimit\",\"Message\":\"too many\"}]}}|too many",
                "tencent|200|{\"Response\":{\"Error\":{\"Code\":\"AuthFailure\",\"Message\":\"bad secret\"}}}|bad secret",
                "tencent|502|<html>|502"
            })
    void whatAGatewayRefusesIsUnderstood(String provider, int status, String body, String refusal) {
        var settings = settings("id", "secret");
        var anywhere = URI.create("https://sms.example.com/");
        var gateway = provider.equals("aliyun") ? new Aliyun(settings, anywhere) : new Tencent(settings, anywhere);
        var said = gateway.refusal(new Call.Answer(status, body));
        if (refusal == null) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said.orElseThrow()).contains(refusal);
        }
    }

    private static SmsSettings settings(String id, String secret) {
        return new SmsSettings("aliyun", id, secret, "章法", "T1", "1400000000", "ap-guangzhou", 200);
    }
}
