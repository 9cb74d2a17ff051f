package zhangfa.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.flowable.job.api.Job;

/** Flowable's engine on a database in memory. */
final class FlowableReference implements Reference {

    private static final ProcessEngine ENGINE = engine();

    private final String deployment;
    private final String instance;

    FlowableReference(String xml, Map<String, Object> data) {
        deployment = ENGINE.getRepositoryService()
                .createDeployment()
                .addString("sketch.bpmn20.xml", xml)
                .deploy()
                .getId();
        instance = ENGINE.getRuntimeService()
                .startProcessInstanceByKey("sketch", data)
                .getId();
    }

    private static ProcessEngine engine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setEngineName("flowable");
        configuration.setJdbcUrl("jdbc:h2:mem:flowable;DB_CLOSE_DELAY=-1");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableEventRegistry(true);
        configuration.setDisableIdmEngine(true);
        return configuration.buildProcessEngine();
    }

    @Override
    public List<String> open() {
        var tasks = ENGINE.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(task -> task.getTaskDefinitionKey());
        return Stream.concat(tasks, timers().stream().map(Job::getElementId))
                .sorted()
                .toList();
    }

    @Override
    public boolean isWaiting(String gateway) {
        // A query by activity finds those alone that are active, and whatever waits at a gateway is not.
        return ENGINE.getRuntimeService().createExecutionQuery().processInstanceId(instance).list().stream()
                .anyMatch(execution -> gateway.equals(execution.getActivityId()));
    }

    @Override
    public boolean makesOneOfSeveral() {
        return true;
    }

    private List<Job> timers() {
        return ENGINE.getManagementService()
                .createTimerJobQuery()
                .processInstanceId(instance)
                .list();
    }

    @Override
    public void go(String element, Map<String, Object> data) {
        var task = ENGINE
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(element)
                .list()
                .stream()
                .findFirst();
        if (task.isPresent()) {
            ENGINE.getTaskService().complete(task.get().getId(), data);
            return;
        }
        ENGINE.getRuntimeService().setVariables(instance, data);
        var timer = timers().stream()
                .filter(job -> job.getElementId().equals(element))
                .findFirst()
                .orElseThrow();
        ENGINE.getManagementService().moveTimerToExecutableJob(timer.getId());
        ENGINE.getManagementService().executeJob(timer.getId());
    }

    @Override
    public void close() {
        ENGINE.getRepositoryService().deleteDeployment(deployment, true);
    }
}
