package zhangfa.directory.platform;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/** Feishu's API as far as we use it. */
public final class FakeFeishu extends FakePlatform {

    private final Map<String, String> challenges = new HashMap<>();

    public FakeFeishu() {
        on(
                "/open-apis/auth/v3/tenant_access_token/internal",
                request -> request.body().path("app_secret").asString("").equals(SECRET)
                        ? new Reply(
                                200,
                                Map.of("code", 0, "msg", "ok", "tenant_access_token", freshToken(), "expire", 7200))
                        : no(200, 10014, "app secret invalid"));
        on("/open-apis/authen/v2/oauth/token", this::visitorsToken);
        on(
                "/open-apis/authen/v1/user_info",
                request -> ok(Map.of(
                        "open_id",
                        request.headers().get("authorization").replaceFirst("Bearer visitor-", ""),
                        "name",
                        "访客")));
        contacts();
    }

    private void contacts() {
        on("/open-apis/contact/v3/scopes", checked(request -> ok(Map.of())));
        on(
                "/open-apis/contact/v3/departments/0/children",
                checked(request -> page(
                        request,
                        departments.stream()
                                .filter(one -> one.parent() != null)
                                .map(one -> Map.<String, Object>of(
                                        "open_department_id",
                                        one.id(),
                                        "name",
                                        one.name(),
                                        "parent_department_id",
                                        one.parent()))
                                .toList())));
        people();
    }

    private void people() {
        on(
                "/open-apis/contact/v3/users/find_by_department",
                checked(request -> page(
                        request,
                        members.stream()
                                .filter(one -> one.department().equals(request.asked("department_id")))
                                .map(one -> Map.<String, Object>of(
                                        "open_id",
                                        one.subject(),
                                        "name",
                                        one.name(),
                                        "user_id",
                                        orNothing(one.username()),
                                        "enterprise_email",
                                        orNothing(one.email()),
                                        "mobile",
                                        orNothing(one.phone()),
                                        "status",
                                        Map.of("is_resigned", false)))
                                .toList())));
        on("/open-apis/im/v1/messages", checked(request -> {
            cards.add(request.body());
            return ok(Map.of("message_id", "om_1"));
        }));
    }

    private Reply visitorsToken(Request request) {
        var code = request.body().path("code").asString("");
        var user = codes.remove(code);
        var verifier = new CodeVerifier(request.body().path("code_verifier").asString(""));
        var proved = CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                .getValue()
                .equals(challenges.get(code));
        return user == null || !proved
                ? new Reply(400, Map.of("code", 20003, "error", "invalid_grant", "error_description", "no such code"))
                : new Reply(200, Map.of("code", 0, "access_token", "visitor-" + user, "expires_in", 7200));
    }

    /** One entry a page, whatever size is asked for. */
    private static Reply page(Request request, List<Map<String, Object>> all) {
        var at = request.asked("page_token").isEmpty() ? 0 : Integer.parseInt(request.asked("page_token"));
        return ok(Map.of(
                "items",
                all.stream().skip(at).limit(1).toList(),
                "has_more",
                at + 1 < all.size(),
                "page_token",
                Integer.toString(at + 1)));
    }

    @Override
    public String kind() {
        return "feishu";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("app_id", "cli_1", "address", address(), "login_address", address());
    }

    @Override
    public String agree(String page, String subject) {
        var code = code(subject);
        challenges.put(
                code,
                UriComponentsBuilder.fromUriString(page)
                        .build()
                        .getQueryParams()
                        .toSingleValueMap()
                        .get("code_challenge"));
        return "?code=" + code + "&state=" + state(page);
    }

    private Function<Request, Reply> checked(Function<Request, Reply> answer) {
        return request -> {
            if (!isToken(request.headers().getOrDefault("authorization", "").replaceFirst("Bearer ", ""))) {
                return no(400, 99991663, "Invalid access token for authorization");
            }
            return isBusy() ? no(429, 99991400, "request trigger frequency limit") : answer.apply(request);
        };
    }

    private static Reply ok(Map<String, Object> data) {
        return new Reply(200, Map.of("code", 0, "msg", "ok", "data", data));
    }

    private static Reply no(int status, int code, String why) {
        return new Reply(status, Map.of("code", code, "msg", why));
    }
}
