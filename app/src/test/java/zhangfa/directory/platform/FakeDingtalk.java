package zhangfa.directory.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import zhangfa.directory.platform.Contacts.Department;

/** DingTalk's two APIs as far as we use them. */
public final class FakeDingtalk extends FakePlatform {

    private final Map<String, String> visitors = new HashMap<>();

    public FakeDingtalk() {
        on(
                "/v1.0/oauth2/accessToken",
                request -> request.body().path("appSecret").asString("").equals(SECRET)
                        ? new Reply(200, Map.of("accessToken", freshToken(), "expireIn", 7200))
                        : new Reply(400, Map.of("code", "invalidClientIdOrSecret", "message", "no such app")));
        on("/v1.0/oauth2/userAccessToken", request -> {
            var user = codes.remove(request.body().path("code").asString(""));
            if (user == null
                    || !request.body().path("clientSecret").asString("").equals(SECRET)) {
                return new Reply(400, Map.of("code", "invalidParameter.authCode.notFound", "message", "no such code"));
            }
            visitors.put("visitor-" + user, user);
            return new Reply(200, Map.of("accessToken", "visitor-" + user, "expireIn", 7200));
        });
        on("/v1.0/contact/users/me", request -> {
            var user = visitors.getOrDefault(request.headers().getOrDefault("x-acs-dingtalk-access-token", ""), "");
            return new Reply(200, Map.of("nick", "昵称", "unionId", "union-" + user));
        });
        on("/topapi/user/getbyunionid", checked(request -> {
            var user = request.body().path("unionid").asString("").replaceFirst("union-", "");
            return user.isEmpty()
                    ? no(60121, "", "no such user")
                    : ok(Map.of("result", Map.of("userid", user, "contact_type", 0)));
        }));
        contacts();
    }

    private void contacts() {
        on("/topapi/v2/department/get", checked(request -> ok(Map.of("result", Map.of("dept_id", 1, "name", top())))));
        on(
                "/topapi/v2/department/listsub",
                checked(request -> ok(Map.of(
                        "result",
                        departments.stream()
                                .filter(one -> request.body()
                                        .path("dept_id")
                                        .asString()
                                        .equals(one.parent()))
                                .map(one -> Map.of("dept_id", Long.parseLong(one.id()), "name", one.name()))
                                .toList()))));
        on("/topapi/v2/user/list", checked(this::users));
        on("/topapi/message/corpconversation/asyncsend_v2", checked(request -> {
            cards.add(request.body());
            return ok(Map.of("task_id", 1));
        }));
    }

    /** One person a page, whatever size is asked for. */
    private Reply users(Request request) {
        var all = members.stream()
                .filter(one ->
                        one.department().equals(request.body().path("dept_id").asString()))
                .toList();
        var at = request.body().path("cursor").asInt(0);
        var page = all.stream()
                .skip(at)
                .limit(1)
                .map(one -> Map.of(
                        "userid",
                        one.subject(),
                        "name",
                        one.name(),
                        "org_email",
                        orNothing(one.email()),
                        "mobile",
                        orNothing(one.phone())))
                .toList();
        return ok(Map.of("result", Map.of("list", page, "has_more", at + 1 < all.size(), "next_cursor", at + 1)));
    }

    private String top() {
        return departments.stream()
                .filter(one -> one.parent() == null)
                .map(Department::name)
                .findFirst()
                .orElse("公司");
    }

    @Override
    public String kind() {
        return "dingtalk";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("client_id", "ding1", "agent_id", "2", "address", address(), "old_address", address());
    }

    @Override
    public String agree(String page, String subject) {
        return "?authCode=" + code(subject) + "&state=" + state(page);
    }

    private Function<Request, Reply> checked(Function<Request, Reply> answer) {
        return request -> {
            if (!isToken(request.asked("access_token"))) {
                return no(40014, "", "不合法的access_token");
            }
            return isBusy() ? no(88, "90018", "请求太频繁") : answer.apply(request);
        };
    }

    private static Reply ok(Map<String, ?> content) {
        var all = new HashMap<String, Object>(content);
        all.put("errcode", 0);
        return new Reply(200, all);
    }

    private static Reply no(int code, String subCode, String why) {
        return new Reply(200, Map.of("errcode", code, "errmsg", why, "sub_code", subCode, "sub_msg", why));
    }
}
