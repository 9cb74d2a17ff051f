package zhangfa.organization.intake;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;

/** Keeps the rows of a file between its rehearsal on the page and the import, for a day. */
@Component
class Uploads {

    private final JdbcClient database;
    private final JsonMapper json;

    Uploads(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional
    public UUID keep(List<StaffRow> rows, UUID who) {
        database.sql("delete from organization.upload where at < now() - interval '1 day'")
                .update();
        var id = Keys.next();
        database.sql("insert into organization.upload (id, who, content) values (?, ?, ?::jsonb)")
                .params(id, who, json.writeValueAsString(rows))
                .update();
        return id;
    }

    /** Only whoever uploaded it; afterwards it is gone. */
    @Transactional
    public List<StaffRow> fetch(UUID id, UUID who) {
        var content = database.sql("delete from organization.upload where id = ? and who = ? returning content")
                .params(id, who)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notThere);
        return json.readValue(content, new TypeReference<List<StaffRow>>() {});
    }
}
