package zhangfa.identity.account;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.AccountDesk;
import zhangfa.identity.PasswordChanged;
import zhangfa.identity.credential.Credentials;
import zhangfa.identity.credential.NewPassword;
import zhangfa.identity.token.Tokens;

/** Where people change their own password; whoever else is signed in as them is thrown out. */
@Component
class PasswordDesk {

    private final JdbcClient database;
    private final Credentials credentials;
    private final AccountDesk desk;
    private final Tokens tokens;
    private final ApplicationEventPublisher events;

    PasswordDesk(
            JdbcClient database,
            Credentials credentials,
            AccountDesk desk,
            Tokens tokens,
            ApplicationEventPublisher events) {
        this.database = database;
        this.credentials = credentials;
        this.desk = desk;
        this.tokens = tokens;
        this.events = events;
    }

    @Transactional
    void change(Account account, String present, NewPassword password, String session) {
        if (!credentials.isPasswordOf(account, present)) {
            throw Refusal.invalid("/present", "{identity.present-wrong}");
        }
        desk.setPassword(account.id(), password.text());
        tokens.revokeAll(account.id());
        database.sql("delete from identity.session where principal_name = ? and session_id <> ?")
                .params(account.username(), session)
                .update();
        events.publishEvent(new PasswordChanged(account.id()));
    }
}
