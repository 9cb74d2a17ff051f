package zhangfa.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import zhangfa.database.Keys;

/**
 * The least that a durable case needs, each statement its own round trip: start is three inserts, a step is a locked read,
 * two updates and two inserts. Nothing is decided, nobody is looked up, nothing is hashed: the limit of the database.
 */
final class PlainJdbc implements Contender {

    private static final String STATE = "{\"at\":\"head\",\"by\":\"somebody\",\"tokens\":[1]}";

    private final DataSource database;

    PlainJdbc(DataSource database) throws SQLException {
        this.database = database;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists bench;
                    create table if not exists bench.case (id uuid primary key, state text not null, version int not null);
                    create table if not exists bench.task (id uuid primary key, case_id uuid not null, person uuid not null, done boolean not null);
                    create index if not exists task_person on bench.task (person) where not done;
                    create table if not exists bench.journal (case_id uuid, seq int, at timestamptz not null, data text not null, primary key (case_id, seq));
                    """);
        }
    }

    @Override
    public String name() {
        return "plain JDBC";
    }

    @Override
    public int cases() throws SQLException {
        var id = Keys.next();
        var task = start(id);
        task = step(id, task, 2, true);
        step(id, task, 3, false);
        return 1;
    }

    private UUID start(UUID id) throws SQLException {
        var task = Keys.next();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "insert into bench.case values (?, ?, 1)", id, STATE);
            run(connection, "insert into bench.task values (?, ?, ?, false)", task, id, id);
            run(connection, "insert into bench.journal values (?, 1, now(), ?)", id, STATE);
            connection.commit();
        }
        return task;
    }

    private UUID step(UUID id, UUID task, int seq, boolean another) throws SQLException {
        var next = Keys.next();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            int version;
            try (var select =
                    connection.prepareStatement("select state, version from bench.case where id = ? for update")) {
                select.setObject(1, id);
                try (var row = select.executeQuery()) {
                    row.next();
                    version = row.getInt(2);
                }
            }
            run(connection, "update bench.task set done = true where id = ?", task);
            run(
                    connection,
                    "update bench.case set state = ?, version = version + 1 where id = ? and version = ?",
                    STATE,
                    id,
                    version);
            if (another) {
                run(connection, "insert into bench.task values (?, ?, ?, false)", next, id, id);
            }
            run(connection, "insert into bench.journal values (?, ?, now(), ?)", id, seq, STATE);
            connection.commit();
        }
        return next;
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
