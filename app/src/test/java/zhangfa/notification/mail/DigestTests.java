package zhangfa.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.identity.Accounts;
import zhangfa.notification.Message;
import zhangfa.notification.Notifications;
import zhangfa.notification.preference.Habit;
import zhangfa.notification.preference.Preferences;
import zhangfa.ui.Language;

/** A digest tells what is unread since the one before, once, of the kinds that its reader wants by mail. */
@CompanyTest
@Transactional
class DigestTests {

    @Autowired
    Digest digest;

    @Autowired
    Notifications notifications;

    @Autowired
    Preferences preferences;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsUnreadIsToldOnce() {
        var reader = reader();
        send(reader, "task.assigned", "甲");
        send(reader, "task.assigned", "乙");
        send(reader, "case.decided", "丙");
        digest.run();
        assertThat(remarks(reader)).containsExactly("· 待办：乙\n· 待办：甲");
        digest.run();
        assertThat(remarks(reader)).hasSize(1);
        send(reader, "task.assigned", "丁");
        digest.run();
        assertThat(remarks(reader)).contains("· 待办：丁").hasSize(2);
    }

    @Test
    void whatWasReadIsNotTold() {
        var reader = reader();
        var about = send(reader, "task.assigned", "甲");
        notifications.seen(reader, about);
        digest.run();
        assertThat(remarks(reader)).isEmpty();
    }

    private UUID reader() {
        var reader = accounts.named(Company.MARKET1).orElseThrow().id();
        jdbc.sql("delete from notification.notice where person = ?")
                .param(reader)
                .update();
        jdbc.sql("update organization.person set email = 'market1@example.com' where id = ?")
                .param(reader)
                .update();
        preferences.keep(
                reader,
                new Habit(Language.CHINA, null, null, true),
                Map.of("task.assigned", true, "case.decided", false));
        return reader;
    }

    private UUID send(UUID reader, String kind, String title) {
        var about = UUID.randomUUID();
        notifications.send(
                Message.onCase(kind, Set.of(reader), about, "process.notice.assigned", null, title, "李四", "审批"));
        return about;
    }

    private List<String> remarks(UUID reader) {
        return jdbc.sql("""
                        select m.remark from notification.delivery d join notification.message m on m.id = d.message
                        where d.target = ?::text and m.kind = 'digest'""").param(reader).query(String.class).list();
    }
}
