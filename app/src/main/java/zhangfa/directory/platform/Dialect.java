package zhangfa.directory.platform;

import tools.jackson.databind.JsonNode;
import zhangfa.directory.provider.Provider;

/** How a platform wants to be asked, and how it says no. */
public interface Dialect {

    /** What came of a call. */
    enum Verdict {
        FINE,
        TOKEN_GONE,
        BUSY,
        REFUSED
    }

    /** The call that gives the app's token. */
    Ask tokenAsk(Provider provider, String secret);

    /** The app's token in the answer, and for how long it is good. */
    Token token(JsonNode answer);

    Verdict verdict(int status, JsonNode answer);

    /** Its own words for what is wrong, for an administrator. */
    String words(JsonNode answer);

    /** An app's token. */
    record Token(String text, long seconds) {}
}
