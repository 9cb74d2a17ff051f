package zhangfa.identity.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;
import zhangfa.identity.token.Token;

/**
 * One's own account as its page shows it.
 *
 * @param issued a token made just now: shown this once
 */
public record OwnAccount(
        Account account,
        @Nullable String unit,
        List<Token> tokens,
        @Nullable String issued) {}
