package zhangfa.database;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes the company's database on a fresh cluster. */
final class Databases {

    private Databases() {}

    static void ensure(EmbeddedPostgres server) {
        var maintenance = server.url().replaceAll("/[^/]+$", "/postgres");
        try (var connection = DriverManager.getConnection(maintenance, EmbeddedPostgres.OWNER, server.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select 1 from pg_database where datname = '%s'".formatted(EmbeddedPostgres.OWNER))) {
            if (!found.next()) {
                try (var create = connection.createStatement()) {
                    create.execute("create database " + EmbeddedPostgres.OWNER);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The company's database cannot be made: " + e.getMessage(), e);
        }
    }
}
