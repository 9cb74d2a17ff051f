package zhangfa.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.operaton.bpm.engine.task.Task;

/** Operaton, as a program embeds it. */
final class Operaton extends Peer {

    private final String history;
    private final ProcessEngine engine;

    Operaton(DataSource database, String history) throws SQLException {
        this.history = history;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("operaton-" + history);
        var schema = "operaton_" + history;
        configuration.setDataSource(schema(database, schema));
        configuration.setDatabaseSchema(schema);
        configuration.setDatabaseTablePrefix(schema + ".");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(history);
        // Its own ids come from a table, for which a worker needs a second connection.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDmnFeelEnableLegacyBehavior(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("two.bpmn", BPMN.formatted("http://operaton.org/schema/1.0/bpmn"))
                .deploy();
    }

    @Override
    public String name() {
        return "Operaton, history " + history;
    }

    @Override
    String start() {
        return engine.getRuntimeService().startProcessInstanceByKey(PROCESS).getId();
    }

    @Override
    List<String> tasks(Set<String> cases) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceIdIn(cases.toArray(String[]::new))
                .list()
                .stream()
                .map(Task::getId)
                .toList();
    }

    @Override
    void complete(String task) {
        engine.getTaskService().complete(task);
    }
}
