package zhangfa.work.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;

/** Where each person's views are kept. */
@Component
@Transactional
public class Views {

    private static final int MOST = 30;
    private static final int LONGEST_NAME = 40;

    private final JdbcClient database;

    Views(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which they were made. */
    @Transactional(readOnly = true)
    public List<View> of(UUID person) {
        return database.sql("select * from work.view where person = ? order by id")
                .param(person)
                .query((row, number) -> view(row))
                .list();
    }

    /** Under a name that the person has already, it takes the place of the other. */
    View keep(UUID person, String name, CaseQuery query) {
        var called = name.strip();
        if (called.isEmpty()) {
            throw Refusal.invalid("/name", "{form.required}");
        }
        if (called.length() > LONGEST_NAME) {
            throw Refusal.invalid("/name", "{form.maxLength|" + LONGEST_NAME + "}");
        }
        var own = of(person);
        if (own.size() >= MOST && own.stream().noneMatch(one -> one.name().equals(called))) {
            throw Refusal.conflict("{work.view.many|" + MOST + "}");
        }
        return database.sql("""
                        insert into work.view as v (id, person, name, status, process, mine, begun_from, begun_until)
                        values (:id, :person, :name, :status, :process, :mine, :from, :until)
                        on conflict (person, name) do update
                        set status = :status, process = :process, mine = :mine, begun_from = :from, begun_until = :until
                        returning *""")
                .param("id", Keys.next())
                .param("person", person)
                .param("name", called)
                .param("status", query.status())
                .param("process", query.process())
                .param("mine", query.mine())
                .param("from", query.from())
                .param("until", query.until())
                .query((row, number) -> view(row))
                .single();
    }

    void forget(UUID person, UUID id) {
        var forgotten = database.sql("delete from work.view where id = ? and person = ?")
                .params(id, person)
                .update();
        if (forgotten == 0) {
            throw Refusal.notThere();
        }
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new CaseQuery(
                        row.getString("status"),
                        row.getString("process"),
                        row.getBoolean("mine"),
                        row.getObject("begun_from", LocalDate.class),
                        row.getObject("begun_until", LocalDate.class)));
    }
}
