package zhangfa.organization.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.database.Keys;

/** The positions that a staff file names: known ones by their names, the others added to the establishment. */
@Component
class PositionsOfFile {

    private final JdbcClient database;

    PositionsOfFile(JdbcClient database) {
        this.database = database;
    }

    /** Keys by name, once every named position exists. */
    Map<String, String> found(List<StaffRow> rows) {
        var keys = new HashMap<String, String>();
        database.sql("select key, name from organization.post order by key desc")
                .query(row -> {
                    keys.put(row.getString("name"), row.getString("key"));
                });
        for (var row : rows) {
            if (!row.position().isEmpty() && !keys.containsKey(row.position())) {
                keys.put(row.position(), add(row));
            }
        }
        return keys;
    }

    String nameOf(@Nullable String key) {
        return key == null
                ? ""
                : database.sql("select name from organization.post where key = ?")
                        .param(key)
                        .query(String.class)
                        .optional()
                        .orElse("");
    }

    private String add(StaffRow row) {
        var key = "position-" + Keys.next().toString().replace("-", "").substring(8, 24);
        database.sql("insert into organization.post (key, name, level) values (?, ?, ?)")
                .params(key, row.position(), StaffRules.level(row).orElseThrow().key())
                .update();
        return key;
    }
}
