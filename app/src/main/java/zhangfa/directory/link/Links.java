package zhangfa.directory.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.directory.IdentityLinked;
import zhangfa.directory.IdentityUnlinked;
import zhangfa.identity.AccountDesk;

/** Where links are kept: one person of a provider is one account, and the other way round. */
@Component
public class Links {

    private final JdbcClient jdbc;
    private final AccountDesk accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Links(JdbcClient jdbc, AccountDesk accounts, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    public Optional<UUID> account(UUID provider, String subject) {
        return jdbc.sql("select account from directory.link where provider = ? and subject = ?")
                .params(provider, subject)
                .query(UUID.class)
                .optional();
    }

    /** Everybody of a provider: accounts by subject. */
    public Map<String, UUID> of(UUID provider) {
        return jdbc
                .sql("select * from directory.link where provider = ?")
                .param(provider)
                .query(Links::link)
                .list()
                .stream()
                .collect(Collectors.toMap(Link::subject, Link::account));
    }

    public List<Link> ofAccount(UUID account) {
        return jdbc.sql("select * from directory.link where account = ? order by linked_at")
                .param(account)
                .query(Links::link)
                .list();
    }

    /**
     * Links them; done already, it does nothing.
     *
     * @param who null where the administrator's rule recognised them
     * @throws Refusal {@code CONFLICT} where either of the two is linked otherwise
     */
    @Transactional
    public void link(UUID provider, Outsider outsider, UUID account, @Nullable UUID who) {
        var linked = jdbc.sql("""
                insert into directory.link (provider, subject, account, name, linked_by, linked_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .param(provider)
                .param(outsider.subject())
                .param(account)
                .param(outsider.name())
                .param(who)
                .param(now())
                .update();
        if (linked > 0) {
            events.publishEvent(new IdentityLinked(account, provider, outsider.subject(), who));
        } else if (account(provider, outsider.subject()).filter(account::equals).isEmpty()) {
            throw Refusal.conflict("{directory.linked-otherwise}");
        }
    }

    /**
     * Ends a link.
     *
     * @throws Refusal {@code CONFLICT} where its holder could not log in any more
     */
    @Transactional
    public void unlink(UUID provider, UUID account, UUID who) {
        var present = ofAccount(account);
        if (present.stream().noneMatch(link -> link.provider().equals(provider))) {
            throw Refusal.notThere();
        }
        if (who.equals(account) && present.size() == 1 && !accounts.hasPassword(account)) {
            throw Refusal.conflict("{directory.last-way}");
        }
        jdbc.sql("delete from directory.link where provider = ? and account = ?")
                .params(provider, account)
                .update();
        events.publishEvent(new IdentityUnlinked(account, provider, who));
    }

    @Transactional
    public void used(UUID provider, String subject) {
        jdbc.sql("update directory.link set used_at = ? where provider = ? and subject = ?")
                .params(now(), provider, subject)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Link(
                row.getObject("provider", UUID.class),
                row.getString("subject"),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getTimestamp("linked_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
