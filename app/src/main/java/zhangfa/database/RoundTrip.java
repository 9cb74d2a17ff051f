package zhangfa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** Several statements that travel to the database and back together. */
public final class RoundTrip {

    private static final int LOAD = 1000;

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** Adds a statement; its parameters are set as they are, instants as times with zone, so cast texts in the SQL. */
    public RoundTrip add(String statement, @Nullable Object... values) {
        statements.add(statement);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /** A list as PostgreSQL reads an array, to be cast in the SQL. */
    public static String array(Collection<?> values) {
        return values.stream()
                .map(value -> "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** As many of a list as one statement takes along: it has room for 65,535 parameters. */
    public static <T> List<List<T>> loads(List<T> all) {
        return IntStream.iterate(0, first -> first < all.size(), first -> first + LOAD)
                .mapToObj(first -> all.subList(first, Math.min(first + LOAD, all.size())))
                .toList();
    }

    /** The same row of parameters for each of several things, as {@code values} lists them. */
    public static String rows(String row, int count) {
        return String.join(", ", Collections.nCopies(count, row));
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
                var value = parameters.get(i);
                statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
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
