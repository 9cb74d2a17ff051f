package zhangfa.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The first answers to requests with a key, kept for two days. */
@Component
class Answers {

    /** What was answered; the body is null while the first request is still running. */
    record Answer(
            String request,
            int status,
            @Nullable String type,
            @Nullable String body) {

        boolean isRunning() {
            return body == null;
        }
    }

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Marks a request as running. One that a crash cut off counts as new soon after, since its command is done once anyhow.
     *
     * @return what is known when it is not the first
     */
    Optional<Answer> begin(UUID command, String request) {
        var first = jdbc.sql("""
                        insert into api.answer (command, request, begun_at) values (:command, :request, now())
                        on conflict (command) do update set begun_at = now()
                        where answer.body is null and answer.request = :request and answer.begun_at < now() - interval '15 seconds'""")
                        .param("command", command)
                        .param("request", request)
                        .update()
                == 1;
        return first ? Optional.empty() : find(command);
    }

    void keep(UUID command, int status, @Nullable String type, byte[] body) {
        jdbc.sql("update api.answer set status = :status, type = :type, body = :body where command = :command")
                .param("status", status)
                .param("type", type)
                .param("body", new String(body, StandardCharsets.UTF_8))
                .param("command", command)
                .update();
    }

    void forget(UUID command) {
        jdbc.sql("delete from api.answer where command = :command")
                .param("command", command)
                .update();
    }

    @Scheduled(cron = "0 15 3 * * *")
    void clear() {
        jdbc.sql("delete from api.answer where begun_at < now() - interval '2 days'")
                .update();
    }

    private Optional<Answer> find(UUID command) {
        return jdbc.sql(
                        "select request, coalesce(status, 0) as status, type, body from api.answer where command = :command")
                .param("command", command)
                .query((row, number) -> new Answer(
                        row.getString("request"), row.getInt("status"), row.getString("type"), row.getString("body")))
                .optional();
    }
}
