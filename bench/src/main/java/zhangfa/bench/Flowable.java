package zhangfa.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/** Flowable, as a program embeds it. */
final class Flowable extends Peer {

    private final String history;
    private final ProcessEngine engine;

    Flowable(DataSource database, String history) throws SQLException {
        this.history = history;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEngineName("flowable-" + history);
        var schema = "flowable_" + history;
        configuration.setDataSource(schema(database, schema));
        configuration.setDatabaseSchema(schema);
        configuration.setDatabaseTablePrefix(schema + ".");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.getHistoryLevelForKey(history));
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableEventRegistry(true);
        configuration.setDisableIdmEngine(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("two.bpmn20.xml", BPMN.formatted("http://flowable.org/bpmn"))
                .deploy();
    }

    @Override
    public String name() {
        return "Flowable, history " + history;
    }

    @Override
    String start() {
        return engine.getRuntimeService().startProcessInstanceByKey(PROCESS).getId();
    }

    @Override
    List<String> tasks(Set<String> cases) {
        return engine.getTaskService().createTaskQuery().processInstanceIdIn(cases).list().stream()
                .map(Task::getId)
                .toList();
    }

    @Override
    void complete(String task) {
        engine.getTaskService().complete(task);
    }
}
