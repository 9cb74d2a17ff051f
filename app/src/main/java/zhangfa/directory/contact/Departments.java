package zhangfa.directory.contact;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which unit each department of a platform is here. */
@Component
class Departments {

    private final JdbcClient jdbc;

    Departments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, UUID> of(UUID provider) {
        return jdbc
                .sql("select external, unit from directory.department where provider = ?")
                .param(provider)
                .query((row, number) -> Map.entry(row.getString("external"), row.getObject("unit", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One that was closed meanwhile gives its place to another. */
    void link(UUID provider, String external, UUID unit) {
        jdbc.sql("""
                insert into directory.department (provider, external, unit) values (?, ?, ?)
                on conflict (provider, external) do update set unit = excluded.unit
                """).params(provider, external, unit).update();
    }

    /** One taking in at a time. */
    void lock(UUID provider) {
        jdbc.sql("select id from directory.provider where id = ? for update")
                .param(provider)
                .query(UUID.class)
                .single();
    }
}
