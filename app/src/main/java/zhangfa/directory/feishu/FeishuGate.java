package zhangfa.directory.feishu;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Refusal.Fault;
import zhangfa.directory.entry.Attempt;
import zhangfa.directory.entry.Gate;
import zhangfa.directory.link.Outsider;
import zhangfa.directory.platform.Ask;
import zhangfa.directory.platform.Talks;
import zhangfa.directory.provider.Connector;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Lines;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.directory.provider.Trouble;
import zhangfa.directory.provider.Wish;

/** Log-in by Feishu: a QR code in a browser, at once inside its own app; with PKCE. */
@Component
class FeishuGate implements Gate, Connector {

    private static final Feishu FEISHU = new Feishu();

    private final Talks talks;
    private final Lines lines;
    private final Providers providers;

    FeishuGate(Talks talks, Lines lines, Providers providers) {
        this.talks = talks;
        this.lines = lines;
        this.providers = providers;
    }

    @Override
    public Kind kind() {
        return Kind.FEISHU;
    }

    @Override
    public List<Fault> faults(Wish wish) {
        var faults = new ArrayList<>(lines.faults(wish, "address"));
        faults.addAll(lines.faults(wish, "login_address"));
        return faults;
    }

    @Override
    public void test(Provider provider) throws Trouble {
        try (var talk = talks.with(provider, FEISHU)) {
            talk.ask(token -> Ask.get(provider.setting("address"), "/open-apis/contact/v3/scopes")
                    .saying("Authorization", "Bearer " + token));
        }
    }

    @Override
    public URI begin(Provider provider, Attempt attempt, Visit visit) {
        var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(attempt.verifier()));
        return Ask.get(provider.setting("login_address"), "/open-apis/authen/v1/authorize")
                .with("client_id", provider.setting("app_id"))
                .with("response_type", "code")
                .with("redirect_uri", visit.back())
                .with("state", attempt.state())
                .with("code_challenge", challenge.getValue())
                .with("code_challenge_method", "S256")
                .address();
    }

    @Override
    public Outsider finish(Provider provider, Attempt attempt, Visit visit, Map<String, String> answer) throws Trouble {
        try (var talk = talks.with(provider, FEISHU)) {
            var own = talk.ask(Ask.post(
                    provider.setting("address"),
                    "/open-apis/authen/v2/oauth/token",
                    Map.of(
                            "grant_type",
                            "authorization_code",
                            "client_id",
                            provider.setting("app_id"),
                            "client_secret",
                            providers.secret(provider.id()),
                            "code",
                            answer.getOrDefault("code", ""),
                            "redirect_uri",
                            visit.back().toString(),
                            "code_verifier",
                            attempt.verifier())));
            var me = talk.ask(Ask.get(provider.setting("address"), "/open-apis/authen/v1/user_info")
                            .saying(
                                    "Authorization",
                                    "Bearer " + own.path("access_token").asString("")))
                    .path("data");
            var subject = me.path("open_id").asString("");
            if (subject.isEmpty()) {
                throw Trouble.lasting("{directory.platform.stranger}");
            }
            return new Outsider(
                    subject,
                    me.path("name").asString(subject),
                    text(me, "user_id"),
                    text(me, "enterprise_email"),
                    text(me, "mobile"));
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        var text = node.path(field).asString("");
        return text.isEmpty() ? null : text;
    }
}
