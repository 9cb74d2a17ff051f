package zhangfa.directory.wecom;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import zhangfa.directory.platform.Ask;
import zhangfa.directory.platform.Dialect;
import zhangfa.directory.provider.Provider;

/** How WeCom is asked: the token in the query, 0 in {@code errcode} when all is well (its global error codes). */
final class Wecom implements Dialect {

    private static final Set<Integer> TOKEN_GONE = Set.of(40014, 41001, 42001);
    private static final Set<Integer> BUSY = Set.of(-1, 45009, 45033);

    @Override
    public Ask tokenAsk(Provider provider, String secret) {
        return Ask.get(provider.setting("address"), "/cgi-bin/gettoken")
                .with("corpid", provider.setting("corp_id"))
                .with("corpsecret", secret);
    }

    @Override
    public Token token(JsonNode answer) {
        return new Token(
                answer.path("access_token").asString(""),
                answer.path("expires_in").asLong(0));
    }

    @Override
    public Verdict verdict(int status, JsonNode answer) {
        var code = answer.path("errcode").asInt(status == 200 ? 0 : status);
        if (code == 0) {
            return Verdict.FINE;
        }
        if (TOKEN_GONE.contains(code)) {
            return Verdict.TOKEN_GONE;
        }
        return BUSY.contains(code) || status >= 500 ? Verdict.BUSY : Verdict.REFUSED;
    }

    @Override
    public String words(JsonNode answer) {
        return answer.path("errcode").asInt(0) + " " + answer.path("errmsg").asString("");
    }
}
