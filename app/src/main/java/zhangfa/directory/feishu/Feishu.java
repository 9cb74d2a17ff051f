package zhangfa.directory.feishu;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import zhangfa.directory.platform.Ask;
import zhangfa.directory.platform.Dialect;
import zhangfa.directory.provider.Provider;

/** How Feishu is asked: the tenant's token as bearer, 0 in {@code code} when all is well. */
final class Feishu implements Dialect {

    private static final Set<Integer> TOKEN_GONE = Set.of(99991661, 99991663, 99991664, 99991668);
    private static final Set<Integer> BUSY = Set.of(99991400, 230020, 2200);

    @Override
    public Ask tokenAsk(Provider provider, String secret) {
        return Ask.post(
                provider.setting("address"),
                "/open-apis/auth/v3/tenant_access_token/internal",
                Map.of("app_id", provider.setting("app_id"), "app_secret", secret));
    }

    @Override
    public Token token(JsonNode answer) {
        return new Token(
                answer.path("tenant_access_token").asString(""),
                answer.path("expire").asLong(0));
    }

    @Override
    public Verdict verdict(int status, JsonNode answer) {
        var code = answer.path("code").asInt(status == 200 ? 0 : status);
        if (code == 0) {
            return Verdict.FINE;
        }
        if (TOKEN_GONE.contains(code)) {
            return Verdict.TOKEN_GONE;
        }
        return status == 429 || status >= 500 || BUSY.contains(code) ? Verdict.BUSY : Verdict.REFUSED;
    }

    @Override
    public String words(JsonNode answer) {
        return answer.path("code").asInt(0) + " "
                + answer.path("msg").asString(answer.path("error_description").asString(""));
    }
}
