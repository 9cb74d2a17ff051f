package zhangfa.directory.wecom;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
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
import zhangfa.directory.provider.Trouble;
import zhangfa.directory.provider.Wish;

/** Log-in by WeCom: a QR code in a browser, at once inside its own app. */
@Component
class WecomGate implements Gate, Connector {

    private static final Wecom WECOM = new Wecom();

    private final Talks talks;
    private final Lines lines;

    WecomGate(Talks talks, Lines lines) {
        this.talks = talks;
        this.lines = lines;
    }

    @Override
    public Kind kind() {
        return Kind.WECOM;
    }

    @Override
    public List<Fault> faults(Wish wish) {
        return lines.faults(wish, "address");
    }

    @Override
    public void test(Provider provider) throws Trouble {
        try (var talk = talks.with(provider, WECOM)) {
            talk.ask(token -> Ask.get(provider.setting("address"), "/cgi-bin/agent/get")
                    .with("access_token", token)
                    .with("agentid", provider.setting("agent_id")));
        }
    }

    @Override
    public URI begin(Provider provider, Attempt attempt, Visit visit) {
        return visit.isInside("wxwork")
                ? Ask.get("https://open.weixin.qq.com", "/connect/oauth2/authorize")
                        .with("appid", provider.setting("corp_id"))
                        .with("redirect_uri", visit.back())
                        .with("response_type", "code")
                        .with("scope", "snsapi_base")
                        .with("state", attempt.state())
                        .with("agentid", provider.setting("agent_id"))
                        .address()
                        .resolve("#wechat_redirect")
                : Ask.get("https://login.work.weixin.qq.com", "/wwlogin/sso/login")
                        .with("login_type", "CorpApp")
                        .with("appid", provider.setting("corp_id"))
                        .with("agentid", provider.setting("agent_id"))
                        .with("redirect_uri", visit.back())
                        .with("state", attempt.state())
                        .address();
    }

    /** Whoever is no member of the company has an {@code openid} alone, and stays out. */
    @Override
    public Outsider finish(Provider provider, Attempt attempt, Visit visit, Map<String, String> answer) throws Trouble {
        try (var talk = talks.with(provider, WECOM)) {
            var somebody = talk.ask(token -> Ask.get(provider.setting("address"), "/cgi-bin/auth/getuserinfo")
                    .with("access_token", token)
                    .with("code", answer.getOrDefault("code", "")));
            var user = somebody.path("userid").asString("");
            if (user.isEmpty()) {
                throw Trouble.lasting("{directory.platform.stranger}");
            }
            return new Outsider(user, user, user, null, null);
        }
    }
}
