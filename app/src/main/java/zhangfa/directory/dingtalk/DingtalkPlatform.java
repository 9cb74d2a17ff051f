package zhangfa.directory.dingtalk;

import java.util.ArrayDeque;
import java.util.ArrayList;
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

/** DingTalk's contacts, department by department, and its work notifications 工作通知. */
@Component
class DingtalkPlatform implements Platform {

    private static final Dingtalk DINGTALK = new Dingtalk();
    private static final String TOP = "1";
    private static final int PAGE = 100;

    private final Talks talks;

    DingtalkPlatform(Talks talks) {
        this.talks = talks;
    }

    @Override
    public Kind kind() {
        return Kind.DINGTALK;
    }

    @Override
    public Contacts contacts(Provider provider) throws Trouble {
        try (var talk = talks.with(provider, DINGTALK)) {
            var departments = new ArrayList<Department>();
            var members = new LinkedHashMap<String, Member>();
            var top = asked(talk, provider, "/topapi/v2/department/get", Map.of("dept_id", 1))
                    .path("result");
            var waiting = new ArrayDeque<>(
                    List.of(new Department(TOP, top.path("name").asString(TOP), null)));
            while (!waiting.isEmpty()) {
                var department = waiting.poll();
                departments.add(department);
                var id = Long.parseLong(department.id());
                asked(talk, provider, "/topapi/v2/department/listsub", Map.of("dept_id", id))
                        .path("result")
                        .valueStream()
                        .map(one -> new Department(
                                one.path("dept_id").asString(), one.path("name").asString(), department.id()))
                        .forEach(waiting::add);
                for (var member : members(talk, provider, id)) {
                    members.putIfAbsent(member.subject(), member);
                }
            }
            return new Contacts(departments, List.copyOf(members.values()));
        }
    }

    private static List<Member> members(Talk talk, Provider provider, long department) throws Trouble {
        var members = new ArrayList<Member>();
        var cursor = 0L;
        while (cursor >= 0) {
            var page = asked(
                            talk,
                            provider,
                            "/topapi/v2/user/list",
                            Map.of("dept_id", department, "cursor", cursor, "size", PAGE))
                    .path("result");
            page.path("list").valueStream().map(one -> member(one, department)).forEach(members::add);
            cursor = page.path("has_more").asBoolean(false)
                    ? page.path("next_cursor").asLong(-1)
                    : -1;
        }
        return members;
    }

    private static Member member(JsonNode one, long department) {
        var user = one.path("userid").asString();
        return new Member(
                user,
                one.path("name").asString(user),
                Long.toString(department),
                user,
                text(one.path("org_email").asString(one.path("email").asString(""))),
                text(one.path("mobile").asString("")));
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static JsonNode asked(Talk talk, Provider provider, String path, Map<String, ?> body) throws Trouble {
        return talk.ask(
                token -> Ask.post(provider.setting("old_address"), path, body).with("access_token", token));
    }

    /** DingTalk itself drops the same message to the same person within a day. */
    @Override
    public void send(Provider provider, String subject, Card card) throws Trouble {
        var message = Map.of(
                "msgtype",
                "oa",
                "oa",
                Map.of(
                        "message_url",
                        card.address(),
                        "pc_message_url",
                        card.address(),
                        "head",
                        Map.of("bgcolor", "FFB3261E", "text", card.title()),
                        "body",
                        Map.of("title", card.title(), "content", card.text())));
        try (var talk = talks.with(provider, DINGTALK)) {
            asked(
                    talk,
                    provider,
                    "/topapi/message/corpconversation/asyncsend_v2",
                    Map.of("agent_id", provider.setting("agent_id"), "userid_list", subject, "msg", message));
        }
    }
}
