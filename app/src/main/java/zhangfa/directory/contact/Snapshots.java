package zhangfa.directory.contact;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.directory.platform.Contacts;

/** Keeps the contacts that somebody was shown, so that what they confirm is what they saw; for a day. */
@Component
class Snapshots {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Snapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public UUID keep(UUID provider, Contacts contacts, UUID who) {
        jdbc.sql("delete from directory.snapshot where at < now() - interval '1 day'")
                .update();
        return jdbc.sql("""
                insert into directory.snapshot (id, provider, who, at, content)
                values (uuidv7(), ?, ?, now(), ?::jsonb) returning id
                """)
                .params(provider, who, JSON.writeValueAsString(contacts))
                .query(UUID.class)
                .single();
    }

    /** Only for whoever was shown it; afterwards it is gone. */
    @Transactional
    public Contacts fetch(UUID id, UUID provider, UUID who) {
        return jdbc.sql("delete from directory.snapshot where id = ? and provider = ? and who = ? returning content")
                .params(id, provider, who)
                .query(String.class)
                .optional()
                .map(content -> JSON.readValue(content, Contacts.class))
                .orElseThrow(Refusal::notThere);
    }
}
