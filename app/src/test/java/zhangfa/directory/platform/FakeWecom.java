package zhangfa.directory.platform;

import java.util.Map;
import java.util.function.Function;

/** WeCom's API as far as we use it. */
public final class FakeWecom extends FakePlatform {

    public FakeWecom() {
        on(
                "/cgi-bin/gettoken",
                request -> request.asked("corpsecret").equals(SECRET)
                        ? ok(Map.of("access_token", freshToken(), "expires_in", 7200))
                        : no(40001, "invalid credential"));
        on("/cgi-bin/agent/get", checked(request -> ok(Map.of())));
        on("/cgi-bin/auth/getuserinfo", checked(request -> {
            var user = codes.remove(request.asked("code"));
            return user == null
                    ? no(40029, "invalid code")
                    : ok(user.isEmpty() ? Map.of("openid", "o-1") : Map.of("userid", user));
        }));
        contacts();
    }

    private void contacts() {
        on(
                "/cgi-bin/department/list",
                checked(request -> ok(Map.of(
                        "department",
                        departments.stream()
                                .map(one -> Map.of(
                                        "id",
                                        Integer.parseInt(one.id()),
                                        "name",
                                        one.name(),
                                        "parentid",
                                        one.parent() == null ? 0 : Integer.parseInt(one.parent())))
                                .toList()))));
        on(
                "/cgi-bin/user/list",
                checked(request -> ok(Map.of(
                        "userlist",
                        members.stream()
                                .filter(one -> one.department().equals(request.asked("department_id")))
                                .map(one -> Map.of(
                                        "userid",
                                        one.subject(),
                                        "name",
                                        one.name(),
                                        "main_department",
                                        Integer.parseInt(one.department()),
                                        "biz_mail",
                                        orNothing(one.email()),
                                        "mobile",
                                        orNothing(one.phone()),
                                        "status",
                                        1))
                                .toList()))));
        messages();
    }

    private void messages() {
        on("/cgi-bin/message/send", checked(request -> {
            cards.add(request.body());
            return request.body().path("touser").asString().equals("nobody")
                    ? ok(Map.of("invaliduser", "nobody"))
                    : ok(Map.of("msgid", "m"));
        }));
    }

    @Override
    public String kind() {
        return "wecom";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("corp_id", "ww1", "agent_id", "1000002", "address", address());
    }

    @Override
    public String agree(String page, String subject) {
        return "?code=" + code(subject) + "&state=" + state(page);
    }

    private Function<Request, Reply> checked(Function<Request, Reply> answer) {
        return request -> {
            if (!isToken(request.asked("access_token"))) {
                return no(42001, "access_token expired");
            }
            return isBusy() ? no(45009, "reach max api daily quota limit") : answer.apply(request);
        };
    }

    private static Reply ok(Map<String, ?> content) {
        var all = new java.util.HashMap<String, Object>(content);
        all.put("errcode", 0);
        all.put("errmsg", "ok");
        return new Reply(200, all);
    }

    private static Reply no(int code, String why) {
        return new Reply(200, Map.of("errcode", code, "errmsg", why));
    }
}
