package zhangfa.rulebook.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.register.Registry;

/** Which practices the company has made its own; adopting one lays its registers down and puts its process in force. */
@Component
public class Adoptions {

    private final JdbcClient jdbc;
    private final Practices practices;
    private final RunningProcesses processes;
    private final Registry registry;
    private final ApplicationEventPublisher events;

    Adoptions(
            JdbcClient jdbc,
            Practices practices,
            RunningProcesses processes,
            Registry registry,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.practices = practices;
        this.processes = processes;
        this.registry = registry;
        this.events = events;
    }

    public Set<String> adopted() {
        return new HashSet<>(jdbc.sql("select practice from rulebook.adoption")
                .query(String.class)
                .list());
    }

    /**
     * Makes a practice the company's own.
     *
     * @param by who decides it; null where the product does, for the demo company
     */
    @Transactional
    public void adopt(String practice, @Nullable UUID by) {
        var found = practices.find(practice).orElseThrow(Refusal::notThere);
        jdbc.sql("insert into rulebook.adoption (practice, adopted_by) values (?, ?) on conflict do nothing")
                .param(practice)
                .param(by)
                .update();
        publish(found, by);
        events.publishEvent(new PracticeAdopted(practice, by));
    }

    /** The practice is no longer the company's way; its cases and evidence stay. */
    @Transactional
    public void giveUp(String practice) {
        jdbc.sql("delete from rulebook.adoption where practice = ?")
                .param(practice)
                .update();
    }

    /** Adopted practices whose text has changed since their process was published. */
    public List<String> outdated() {
        return jdbc.sql("""
                        select p.key from rulebook.practice p join rulebook.adoption a on a.practice = p.key
                        where a.published_hash is distinct from p.content_hash order by p.key
                        """).query((row, number) -> row.getString("key")).list();
    }

    private void publish(Practice practice, @Nullable UUID by) {
        var changed = jdbc.sql("""
                        update rulebook.adoption a set published_hash = p.content_hash
                        from rulebook.practice p
                        where p.key = a.practice and p.key = ? and a.published_hash is distinct from p.content_hash
                        """).param(practice.key()).update();
        if (changed > 0) {
            practice.registers().forEach(register -> registry.lay(register, by));
            processes.publish(practice);
        }
    }
}
