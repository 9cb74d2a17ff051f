package zhangfa.organization.history;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.Keys;
import zhangfa.organization.OrganizationChanged;

/** Notes every change in the transaction of the change, and tells the other modules. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ChangeBook {

    private final JdbcClient database;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    ChangeBook(JdbcClient database, JsonMapper json, ApplicationEventPublisher events) {
        this.database = database;
        this.json = json;
        this.events = events;
    }

    public void note(String what, UUID subject, @Nullable UUID who, Map<String, String> details) {
        database.sql("""
                insert into organization.change (id, who, what, subject, details)
                values (:id, :who, :what, :subject, :details::jsonb)
                """)
                .param("id", Keys.next())
                .param("who", who)
                .param("what", what)
                .param("subject", subject)
                .param("details", json.writeValueAsString(details))
                .update();
        events.publishEvent(new OrganizationChanged(what, subject, who, details));
    }
}
