package zhangfa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** Several statements that travel to the database and back together. */
public final class RoundTrip {

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** Adds a statement; its parameters are set as they are, so cast them in the SQL. */
    public RoundTrip add(String statement, @Nullable Object... values) {
        statements.add(statement);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }

    /** Runs all of them on the connection of the transaction under way, or on one of their own. */
    public List<Integer> run(DataSource database) {
        var connection = DataSourceUtils.getConnection(database);
        try {
            return run(connection);
        } catch (SQLException e) {
            throw Objects.requireNonNull(
                    new SQLErrorCodeSQLExceptionTranslator("PostgreSQL").translate("round trip", null, e));
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** Runs all of them. @return how many rows each one touched */
    public List<Integer> run(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(String.join(";\n", statements))) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            statement.execute();
            var counts = new ArrayList<Integer>(statements.size());
            for (int i = 0; i < statements.size(); i++) {
                counts.add(statement.getUpdateCount());
                statement.getMoreResults();
            }
            return counts;
        }
    }
}
