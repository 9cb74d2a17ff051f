package zhangfa.directory.feishu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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

/** Feishu's contacts, page by page, and its message cards. */
@Component
class FeishuPlatform implements Platform {

    private static final Feishu FEISHU = new Feishu();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOP = "0";
    private static final int PAGE = 50;

    private final Talks talks;

    FeishuPlatform(Talks talks) {
        this.talks = talks;
    }

    @Override
    public Kind kind() {
        return Kind.FEISHU;
    }

    @Override
    public Contacts contacts(Provider provider) throws Trouble {
        try (var talk = talks.with(provider, FEISHU)) {
            var departments = new ArrayList<>(List.of(new Department(TOP, provider.key(), null)));
            var base = provider.setting("address");
            each(
                    talk,
                    Ask.get(base, "/open-apis/contact/v3/departments/" + TOP + "/children")
                            .with("fetch_child", true),
                    one -> departments.add(new Department(
                            one.path("open_department_id").asString(),
                            one.path("name").asString(),
                            one.path("parent_department_id").asString(TOP))));
            var members = new LinkedHashMap<String, Member>();
            for (var department : departments) {
                each(
                        talk,
                        Ask.get(base, "/open-apis/contact/v3/users/find_by_department")
                                .with("department_id", department.id()),
                        one -> {
                            if (isThere(one.path("status"))) {
                                members.putIfAbsent(one.path("open_id").asString(), member(one, department.id()));
                            }
                        });
            }
            return new Contacts(departments, List.copyOf(members.values()));
        }
    }

    private static void each(Talk talk, Ask question, Consumer<JsonNode> taking) throws Trouble {
        var page = "";
        do {
            var at = page;
            var asked = question.with("page_size", PAGE);
            var data = talk.ask(token -> (at.isEmpty() ? asked : asked.with("page_token", at))
                            .saying("Authorization", "Bearer " + token))
                    .path("data");
            data.path("items").valueStream().forEach(taking);
            page = data.path("has_more").asBoolean(false)
                    ? data.path("page_token").asString("")
                    : "";
        } while (!page.isEmpty());
    }

    private static boolean isThere(JsonNode status) {
        return !status.path("is_resigned").asBoolean(false)
                && !status.path("is_exited").asBoolean(false)
                && !status.path("is_frozen").asBoolean(false);
    }

    private static Member member(JsonNode one, String department) {
        var subject = one.path("open_id").asString();
        var main = one.path("orders")
                .valueStream()
                .filter(order -> order.path("is_primary_dept").asBoolean(false))
                .map(order -> order.path("department_id").asString(department))
                .findFirst();
        return new Member(
                subject,
                one.path("name").asString(subject),
                main.orElse(department),
                text(one.path("user_id").asString("")),
                text(one.path("enterprise_email").asString(one.path("email").asString(""))),
                text(one.path("mobile").asString("")));
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Feishu drops a message with the same {@code uuid} within an hour. */
    @Override
    public void send(Provider provider, String subject, Card card) throws Trouble {
        var content = Map.of(
                "header",
                Map.of("title", plain(card.title())),
                "elements",
                List.of(
                        Map.of("tag", "div", "text", plain(card.text())),
                        Map.of(
                                "tag",
                                "action",
                                "actions",
                                List.of(Map.of(
                                        "tag",
                                        "button",
                                        "type",
                                        "primary",
                                        "text",
                                        plain(card.button()),
                                        "url",
                                        card.address())))));
        var message = Map.of(
                "receive_id",
                subject,
                "msg_type",
                "interactive",
                "content",
                JSON.writeValueAsString(content),
                "uuid",
                card.id().toString());
        try (var talk = talks.with(provider, FEISHU)) {
            talk.ask(token -> Ask.post(provider.setting("address"), "/open-apis/im/v1/messages", message)
                    .with("receive_id_type", "open_id")
                    .saying("Authorization", "Bearer " + token));
        }
    }

    private static Map<String, String> plain(String text) {
        return Map.of("tag", "plain_text", "content", text);
    }
}
