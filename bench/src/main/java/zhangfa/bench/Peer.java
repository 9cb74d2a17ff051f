package zhangfa.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Another engine on the same PostgreSQL, in a schema of its own, with the same process of two approvals and the same inbox reads. */
abstract class Peer implements Contender {

    private static final int INBOX = 10;
    private static final int CONNECTIONS = 10;

    static final String PROCESS = "twoApprovals";

    static final String BPMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:e="%s" targetNamespace="bench">
              <process id="twoApprovals" isExecutable="true">
                <startEvent id="start"/>
                <userTask id="head" e:assignee="head1"/>
                <userTask id="finance" e:assignee="financehead"/>
                <endEvent id="end"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="head"/>
                <sequenceFlow id="b" sourceRef="head" targetRef="finance"/>
                <sequenceFlow id="c" sourceRef="finance" targetRef="end"/>
              </process>
            </definitions>
            """;

    @Override
    public int cases() {
        var started = new HashSet<String>();
        while (started.size() < INBOX) {
            started.add(start());
        }
        tasks(started).forEach(this::complete);
        tasks(started).forEach(this::complete);
        return INBOX;
    }

    abstract String start();

    abstract Collection<String> tasks(Set<String> cases);

    abstract void complete(String task);

    /** The same server with enough connections for its workers; the schema is made anew. */
    static DataSource schema(DataSource database, String schema) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists %1$s cascade; create schema %1$s".formatted(schema));
        }
        var ours = database.unwrap(HikariDataSource.class);
        var config = new HikariConfig();
        config.setJdbcUrl(ours.getJdbcUrl());
        config.setUsername(ours.getUsername());
        config.setPassword(ours.getPassword());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setSchema(schema);
        return new HikariDataSource(config);
    }
}
