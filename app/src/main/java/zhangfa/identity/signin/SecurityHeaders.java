package zhangfa.identity.signin;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells the browser to forbid. */
record SecurityHeaders(String contentPolicy) implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String COMMON =
            "default-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
                    + "script-src 'self'; img-src 'self' data: blob:; connect-src 'self'; ";

    static final SecurityHeaders STRICT = new SecurityHeaders(COMMON + "style-src 'self'");

    /** The API's own documentation page writes style attributes. */
    static final SecurityHeaders DOCUMENTATION = new SecurityHeaders(COMMON + "style-src 'self' 'unsafe-inline'");

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
