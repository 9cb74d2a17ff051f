package zhangfa.rulebook.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.rulebook.source.Columns;

/** Asks a question of the facts: read-only, by the role that reads facts alone, with limits of time and rows. */
@Component
public class FactRoom {

    private static final int MOST_ROWS = 100_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate readOnly;
    private final TransactionTemplate inside;
    private final Duration patience;

    FactRoom(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${zhangfa.control-patience:PT10S}") Duration patience) {
        this.jdbc = jdbc;
        this.readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        readOnly.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.inside = new TransactionTemplate(transactions);
        inside.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
        this.patience = patience;
    }

    /** How many rows there are, and the first of them by their columns. */
    public record Answer(long count, List<Map<String, Object>> rows) {}

    /**
     * Asks what {@link Question} has let pass.
     *
     * @param keep how many rows at most
     * @throws org.springframework.dao.DataAccessException where the database does not answer it
     */
    public Answer ask(String query, int keep) {
        return Objects.requireNonNull(readOnly.execute(transaction -> answer(query, keep)));
    }

    /** As {@link #ask}, within the transaction under way and on its connection, which sees what that has written. */
    public Answer askHere(String query, int keep) {
        return Objects.requireNonNull(inside.execute(transaction -> {
            var answer = answer(query, keep);
            // Going back takes the role and the limits off again.
            transaction.setRollbackOnly();
            return answer;
        }));
    }

    Duration patience() {
        return patience;
    }

    @SuppressWarnings("unchecked")
    private Answer answer(String query, int keep) {
        jdbc.sql("""
                        select set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ?, true),
                            set_config('work_mem', '16MB', true), set_config('max_parallel_workers_per_gather', '0', true),
                            set_config('role', 'zhangfa_facts', true)""")
                .param(String.valueOf(patience.toMillis()))
                .query((row, number) -> true)
                .single();
        return jdbc.sql("""
                        with breach as materialized (select * from (%s) asked limit %d)
                        select (select count(*) from breach) as count,
                            coalesce((select jsonb_agg(to_jsonb(first)) from (select * from breach limit %d) first), '[]')
                                as rows
                        """.formatted(query, MOST_ROWS, keep))
                .query((row, number) -> new Answer(
                        row.getLong("count"), (List<Map<String, Object>>) Columns.json(row, "rows", List.class)))
                .single();
    }
}
