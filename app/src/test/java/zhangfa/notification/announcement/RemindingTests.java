package zhangfa.notification.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.job.Job;
import zhangfa.organization.Organization;

/** An urgent announcement is said again, then to heads; each stage once, and never to who has confirmed. */
@CompanyTest
@Transactional
class RemindingTests {

    @Autowired
    AnnouncementDesk desk;

    @Autowired
    Reminding reminding;

    @Autowired
    Accounts accounts;

    @Autowired
    Organization organization;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anUrgentOneEscalates() {
        var id = urgent();
        assertThat(jobs(id)).containsExactly("AGAIN", "HEADS");
        desk.confirm(id, account(Company.STAFF1));
        stage(id, Reminder.AGAIN);
        stage(id, Reminder.AGAIN);
        assertThat(told(Company.STAFF1)).isZero();
        assertThat(told(Company.STAFF2)).isEqualTo(1);
        var head = organization.headsAbove(account(Company.STAFF2).id()).getFirst();
        desk.confirm(id, accounts.withId(head).orElseThrow());
        stage(id, Reminder.HEADS);
        assertThat(told("notification.announcement-heads", head)).isEqualTo(1);
    }

    @Test
    void aStageThatIsPassedIsNotGoneBackTo() {
        var id = urgent();
        stage(id, Reminder.HEADS);
        stage(id, Reminder.AGAIN);
        assertThat(told(Company.STAFF2)).isZero();
    }

    private UUID urgent() {
        var unit = organization.personNamed(Company.STAFF1).orElseThrow().unit();
        var draft = new Draft("停电", "马上保存文件。", true, false, List.of(unit), List.of(), null);
        return desk.publish(draft, account(Company.DESIGNER1));
    }

    private void stage(UUID id, Reminder stage) {
        reminding.run(new Job(Reminder.JOB, id + " " + stage.name(), Instant.now(), ""));
    }

    private List<String> jobs(UUID id) {
        return jdbc.sql(
                        "select split_part(task_instance, ' ', 2) from job.job where task_name = ? and task_instance like ? || '%' order by execution_time")
                .params(Reminder.JOB, id.toString())
                .query(String.class)
                .list();
    }

    private int told(String username) {
        return told("notification.announcement-again", account(username).id());
    }

    private int told(String words, UUID person) {
        return jdbc.sql("""
                        select count(*) from notification.notice n join notification.message m on m.id = n.message
                        where n.person = ? and m.words = ? and m.arguments ->> 0 = '停电'""").params(person, words).query(Integer.class).single();
    }

    private Account account(String username) {
        return accounts.named(username).orElseThrow();
    }
}
