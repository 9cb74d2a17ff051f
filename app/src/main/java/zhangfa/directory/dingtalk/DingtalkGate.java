package zhangfa.directory.dingtalk;

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
import zhangfa.directory.platform.Talk;
import zhangfa.directory.platform.Talks;
import zhangfa.directory.provider.Connector;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Lines;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.directory.provider.Trouble;
import zhangfa.directory.provider.Wish;

/** Log-in by DingTalk: a QR code in a browser, one touch inside its own app. */
@Component
class DingtalkGate implements Gate, Connector {

    private static final Dingtalk DINGTALK = new Dingtalk();

    /** 企业内部员工 in {@code contact_type}; 1 is an outside contact. */
    private static final int EMPLOYEE = 0;

    private final Talks talks;
    private final Lines lines;
    private final Providers providers;

    DingtalkGate(Talks talks, Lines lines, Providers providers) {
        this.talks = talks;
        this.lines = lines;
        this.providers = providers;
    }

    @Override
    public Kind kind() {
        return Kind.DINGTALK;
    }

    @Override
    public List<Fault> faults(Wish wish) {
        var faults = new ArrayList<>(lines.faults(wish, "address"));
        faults.addAll(lines.faults(wish, "old_address"));
        return faults;
    }

    @Override
    public void test(Provider provider) throws Trouble {
        try (var talk = talks.with(provider, DINGTALK)) {
            talk.ask(token -> Ask.post(
                            provider.setting("old_address"), "/topapi/v2/department/get", Map.of("dept_id", 1))
                    .with("access_token", token));
        }
    }

    @Override
    public URI begin(Provider provider, Attempt attempt, Visit visit) {
        return Ask.get("https://login.dingtalk.com", "/oauth2/auth")
                .with("redirect_uri", visit.back())
                .with("response_type", "code")
                .with("client_id", provider.setting("client_id"))
                .with("scope", "openid")
                .with("state", attempt.state())
                .with("prompt", "consent")
                .address();
    }

    /** The person's own token says their unionid; the app's token says whose userid of the company that is. */
    @Override
    public Outsider finish(Provider provider, Attempt attempt, Visit visit, Map<String, String> answer) throws Trouble {
        try (var talk = talks.with(provider, DINGTALK)) {
            var own = talk.ask(Ask.post(
                    provider.setting("address"),
                    "/v1.0/oauth2/userAccessToken",
                    Map.of(
                            "clientId",
                            provider.setting("client_id"),
                            "clientSecret",
                            providers.secret(provider.id()),
                            "code",
                            answer.getOrDefault("authCode", ""),
                            "grantType",
                            "authorization_code")));
            var me = talk.ask(Ask.get(provider.setting("address"), "/v1.0/contact/users/me")
                    .saying(
                            "x-acs-dingtalk-access-token",
                            own.path("accessToken").asString("")));
            var user = user(talk, provider, me.path("unionId").asString(""));
            return new Outsider(user, me.path("nick").asString(user), user, null, text(me, "mobile"));
        }
    }

    private static String user(Talk talk, Provider provider, String union) throws Trouble {
        var found = talk.ask(token -> Ask.post(
                        provider.setting("old_address"), "/topapi/user/getbyunionid", Map.of("unionid", union))
                .with("access_token", token));
        var result = found.path("result");
        var user = result.path("userid").asString("");
        if (user.isEmpty() || result.path("contact_type").asInt(EMPLOYEE) != EMPLOYEE) {
            throw Trouble.lasting("{directory.platform.stranger}");
        }
        return user;
    }

    private static @Nullable String text(JsonNode node, String field) {
        var text = node.path(field).asString("");
        return text.isEmpty() ? null : text;
    }
}
