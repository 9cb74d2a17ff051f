package zhangfa.notification.sms;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway that text messages leave by.
 *
 * @param provider {@code none}, {@code aliyun}, {@code tencent}, or {@code log}, which only writes them to the log
 * @param sign the signature 签名 that the provider has approved
 * @param template the id of the approved template; it has one variable, {@code title}
 * @param application the SdkAppId, with Tencent
 * @param perDay how many may be sent in a day: each costs money
 */
@ConfigurationProperties("zhangfa.sms")
record SmsSettings(
        @DefaultValue("none") String provider,
        @DefaultValue("") String keyId,
        @DefaultValue("") String keySecret,
        @DefaultValue("") String sign,
        @DefaultValue("") String template,
        @DefaultValue("") String application,
        @DefaultValue("ap-guangzhou") String region,
        @DefaultValue("200") int perDay) {}
