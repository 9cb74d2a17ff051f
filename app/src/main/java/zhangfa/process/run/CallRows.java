package zhangfa.process.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where calls of cases are kept: asked for with the caller's command, ended with the called case's, answered in a step of its own. */
@Component
class CallRows {

    private static final String UNANSWERED = """
            select p.id, p.visit, p.element, p.process, p.data, c.status, p.ended, p.error, p.escalations
            from process.call p left join process.case c on c.id = p.id
            where p.caller = :caller and p.answered_at is null""";

    /**
     * A call that has not been answered.
     *
     * @param id of the called case
     * @param status of the called case; null while it has not begun
     * @param ended how it ended, by the command that ended it; null before
     * @param escalations what it has told since, in order, by code; empty for one without
     */
    record Call(
            UUID id,
            int visit,
            String element,
            String process,
            String data,
            @Nullable String status,
            @Nullable String ended,
            @Nullable String error,
            List<String> escalations) {

        boolean isUnderWay() {
            return "running".equals(status) || "suspended".equals(status);
        }
    }

    private final JdbcClient jdbc;

    CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were asked for. */
    List<Call> unanswered(UUID caller) {
        return jdbc.sql(UNANSWERED + " order by p.id")
                .param("caller", caller)
                .query((row, number) -> call(row))
                .list();
    }

    Optional<Call> unanswered(UUID caller, UUID call) {
        return jdbc.sql(UNANSWERED + " and p.id = :call")
                .param("caller", caller)
                .param("call", call)
                .query((row, number) -> call(row))
                .optional();
    }

    private static Call call(ResultSet row) throws SQLException {
        return new Call(
                row.getObject("id", UUID.class),
                row.getInt("visit"),
                row.getString("element"),
                row.getString("process"),
                row.getString("data"),
                row.getString("status"),
                row.getString("ended"),
                row.getString("error"),
                List.of((String[]) row.getArray("escalations").getArray()));
    }

    void answered(UUID call) {
        jdbc.sql("update process.call set answered_at = now() where id = :call")
                .param("call", call)
                .update();
    }

    /** Its caller has been told all that it has told so far; to be called under the lock of the caller. */
    void heard(Call call) {
        jdbc.sql("update process.call set escalations = escalations[?:cardinality(escalations)] where id = ?")
                .param(call.escalations().size() + 1)
                .param(call.id())
                .update();
    }

    /** The fields and facts of a case that has ended. */
    String data(UUID called, String column) {
        return jdbc.sql("select " + (column.equals("form") ? "form" : "facts")
                        + " from process.case where id = :called")
                .param("called", called)
                .query(String.class)
                .single();
    }
}
