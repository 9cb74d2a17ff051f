package zhangfa.directory.dingtalk;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import zhangfa.directory.platform.Ask;
import zhangfa.directory.platform.Dialect;
import zhangfa.directory.provider.Provider;

/**
 * How DingTalk is asked. It has two APIs under one token: the newer says what is wrong by status and {@code code}, the
 * older always answers 200 and says it in {@code errcode} and {@code sub_code}.
 */
final class Dingtalk implements Dialect {

    private static final Set<Integer> TOKEN_GONE = Set.of(40001, 40014, 42001);
    private static final Set<String> SLOW_DOWN = Set.of("90002", "90006", "90008", "90018");

    @Override
    public Ask tokenAsk(Provider provider, String secret) {
        return Ask.post(
                provider.setting("address"),
                "/v1.0/oauth2/accessToken",
                Map.of("appKey", provider.setting("client_id"), "appSecret", secret));
    }

    @Override
    public Token token(JsonNode answer) {
        return new Token(
                answer.path("accessToken").asString(""), answer.path("expireIn").asLong(0));
    }

    @Override
    public Verdict verdict(int status, JsonNode answer) {
        if (answer.path("code").asString("").equals("InvalidAuthentication")) {
            return Verdict.TOKEN_GONE;
        }
        if (status == 429 || status >= 500) {
            return Verdict.BUSY;
        }
        var code = answer.path("errcode").asInt(status == 200 ? 0 : status);
        if (code == 0) {
            return Verdict.FINE;
        }
        if (TOKEN_GONE.contains(code)) {
            return Verdict.TOKEN_GONE;
        }
        return code == -1 || SLOW_DOWN.contains(answer.path("sub_code").asString("")) ? Verdict.BUSY : Verdict.REFUSED;
    }

    @Override
    public String words(JsonNode answer) {
        return answer.has("errcode")
                ? answer.path("errcode").asInt(0) + " "
                        + answer.path("sub_msg").asString(answer.path("errmsg").asString(""))
                : answer.path("code").asString("") + " "
                        + answer.path("message").asString("");
    }
}
