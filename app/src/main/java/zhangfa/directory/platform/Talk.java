package zhangfa.directory.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.directory.platform.Dialect.Verdict;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Trouble;
import zhangfa.notification.outside.Call;
import zhangfa.notification.outside.Outside;

/** A few calls to a platform, one after the other, under the app's token. */
public final class Talk implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Reply(Verdict verdict, JsonNode content) {}

    private final Provider provider;
    private final Dialect dialect;
    private final Outside outside;
    private final Talks talks;

    Talk(Provider provider, Dialect dialect, Outside outside, Talks talks) {
        this.provider = provider;
        this.dialect = dialect;
        this.outside = outside;
        this.talks = talks;
    }

    /**
     * Asks something under the app's token. One that is not good any more is asked for anew, once.
     *
     * @throws Trouble passing where the platform is busy or out of reach, lasting where it refuses
     */
    public JsonNode ask(Function<String, Ask> question) throws Trouble {
        var token = token();
        var reply = reply(question.apply(token));
        if (reply.verdict() == Verdict.TOKEN_GONE) {
            talks.forget(token);
            reply = reply(question.apply(token()));
        }
        return content(reply);
    }

    /** Asks something that needs no token of the app's. */
    public JsonNode ask(Ask question) throws Trouble {
        return content(reply(question));
    }

    private String token() throws Trouble {
        var kept = talks.token(provider);
        if (kept.isPresent()) {
            return kept.get();
        }
        var fresh = dialect.token(ask(dialect.tokenAsk(provider, talks.secret(provider))));
        talks.keep(provider, fresh);
        return fresh.text();
    }

    private JsonNode content(Reply reply) throws Trouble {
        return switch (reply.verdict()) {
            case FINE -> reply.content();
            case BUSY -> throw Trouble.passing("{directory.platform.busy|" + words(reply) + "}", null);
            case TOKEN_GONE, REFUSED -> throw Trouble.lasting("{directory.platform.refused|" + words(reply) + "}");
        };
    }

    private String words(Reply reply) {
        return dialect.words(reply.content()).replaceAll("[{}|]", " ");
    }

    private Reply reply(Ask question) throws Trouble {
        try {
            var answer = question.body() == null
                    ? outside.get(question.address(), question.headers())
                    : outside.post(new Call(
                            question.address(),
                            "application/json",
                            question.headers(),
                            JSON.writeValueAsString(question.body())));
            var content = JSON.readTree(answer.body());
            return new Reply(dialect.verdict(answer.status(), content), content);
        } catch (JacksonException e) {
            throw Trouble.passing("{directory.platform.unclear}", null);
        } catch (IOException e) {
            throw Trouble.passing("{directory.trouble.unreachable}", e);
        }
    }

    @Override
    public void close() {
        try {
            outside.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
