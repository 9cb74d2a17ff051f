package zhangfa.directory.wecom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import zhangfa.directory.platform.Ask;
import zhangfa.directory.platform.Card;
import zhangfa.directory.platform.Contacts;
import zhangfa.directory.platform.Contacts.Department;
import zhangfa.directory.platform.Contacts.Member;
import zhangfa.directory.platform.Platform;
import zhangfa.directory.platform.Talk;
import zhangfa.directory.platform.Talks;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Trouble;

/** WeCom's contacts and app messages. */
@Component
class WecomPlatform implements Platform {

    private static final Wecom WECOM = new Wecom();

    /** 已激活, 未激活; whoever left (5) or is barred (2) does not work there. */
    private static final List<Integer> THERE = List.of(1, 4);

    private static final int FOUR_HOURS = 4 * 3600;

    private final Talks talks;

    WecomPlatform(Talks talks) {
        this.talks = talks;
    }

    @Override
    public Kind kind() {
        return Kind.WECOM;
    }

    @Override
    public Contacts contacts(Provider provider) throws Trouble {
        try (var talk = talks.with(provider, WECOM)) {
            var departments = asked(talk, provider, "/cgi-bin/department/list", null)
                    .path("department")
                    .valueStream()
                    .map(one -> new Department(
                            one.path("id").asString(),
                            one.path("name").asString(),
                            one.path("parentid").asInt(0) == 0
                                    ? null
                                    : one.path("parentid").asString()))
                    .toList();
            var members = new LinkedHashMap<String, Member>();
            for (var department : departments) {
                asked(talk, provider, "/cgi-bin/user/list", department.id())
                        .path("userlist")
                        .valueStream()
                        .filter(one -> THERE.contains(one.path("status").asInt(1)))
                        .forEach(one ->
                                members.putIfAbsent(one.path("userid").asString(), member(one, department.id())));
            }
            return new Contacts(departments, List.copyOf(members.values()));
        }
    }

    private static JsonNode asked(Talk talk, Provider provider, String path, @Nullable String department)
            throws Trouble {
        return talk.ask(token -> {
            var ask = Ask.get(provider.setting("address"), path).with("access_token", token);
            return department == null ? ask : ask.with("department_id", department);
        });
    }

    private static Member member(JsonNode one, String department) {
        var email = one.path("biz_mail").asString(one.path("email").asString(""));
        var mobile = one.path("mobile").asString("");
        return new Member(
                one.path("userid").asString(),
                one.path("name").asString(one.path("userid").asString()),
                one.path("main_department").asString(department),
                one.path("userid").asString(),
                email.isEmpty() ? null : email,
                mobile.isEmpty() ? null : mobile);
    }

    /** The same card again within four hours is told by WeCom itself. */
    @Override
    public void send(Provider provider, String subject, Card card) throws Trouble {
        var message = Map.of(
                "touser",
                subject,
                "msgtype",
                "template_card",
                "agentid",
                provider.setting("agent_id"),
                "template_card",
                Map.of(
                        "card_type",
                        "text_notice",
                        "task_id",
                        card.id().toString(),
                        "main_title",
                        Map.of("title", card.title()),
                        "sub_title_text",
                        card.text(),
                        "jump_list",
                        List.of(Map.of("type", 1, "title", card.button(), "url", card.address())),
                        "card_action",
                        Map.of("type", 1, "url", card.address())),
                "enable_duplicate_check",
                1,
                "duplicate_check_interval",
                FOUR_HOURS);
        try (var talk = talks.with(provider, WECOM)) {
            var answer = talk.ask(token -> Ask.post(provider.setting("address"), "/cgi-bin/message/send", message)
                    .with("access_token", token));
            if (!answer.path("invaliduser").asString("").isEmpty()) {
                throw Trouble.lasting("{directory.platform.no-receiver}");
            }
        }
    }
}
