package zhangfa.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** Operaton's engine on a database in memory, moved by hand: an independent reading of the same model. */
final class ReferenceEngine implements Reference {

    private static final ProcessEngine ENGINE = engine();

    private final String deployment;
    private final String instance;

    /** Deploys a sketch and starts it. */
    ReferenceEngine(String xml, Map<String, Object> data) {
        this(xml, "sketch", null, data);
    }

    /** Deploys the model and starts its process of this key, at a start event if one is named. */
    ReferenceEngine(String xml, String key, @Nullable String event, Map<String, Object> data) {
        deployment = ENGINE.getRepositoryService()
                .createDeployment()
                .addString("sketch.bpmn", xml)
                .deploy()
                .getId();
        var runtime = ENGINE.getRuntimeService();
        instance = event == null
                ? runtime.startProcessInstanceByKey(key, data).getId()
                : runtime.createProcessInstanceByKey(key)
                        .startBeforeActivity(event)
                        .setVariables(data)
                        .execute()
                        .getId();
    }

    private static ProcessEngine engine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:reference;DB_CLOSE_DELAY=-1");
        configuration.setHistory("none");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        // Its decision tables are not asked for, and their FEEL is of another version than ours.
        configuration.setDmnFeelEnableLegacyBehavior(true);
        return configuration.buildProcessEngine();
    }

    @Override
    public List<String> open() {
        var tasks = ENGINE.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(task -> task.getTaskDefinitionKey());
        var timers = ENGINE.getManagementService().createJobQuery().processInstanceId(instance).list().stream()
                .map(job -> event(job.getJobDefinitionId()));
        var actions =
                ENGINE.getExternalTaskService().createExternalTaskQuery().processInstanceId(instance).list().stream()
                        .map(task -> task.getActivityId());
        var events =
                ENGINE.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instance).list().stream()
                        .filter(event -> !event.getEventType().equals("compensate"))
                        .map(event -> event.getActivityId());
        return Stream.of(tasks, timers, actions, events)
                .flatMap(one -> one)
                .sorted()
                .toList();
    }

    @Override
    public boolean isWaiting(String gateway) {
        var tree = ENGINE.getRuntimeService().getActivityInstance(instance);
        return tree != null && tree.getActivityInstances(gateway).length > 0;
    }

    /** Makes a move of a trace. */
    void go(CatalogueModel.Move move) {
        var data = CataloguePlay.data(move);
        var element = move.words().getFirst();
        switch (element) {
            case "message" ->
                ENGINE.getRuntimeService()
                        .createMessageCorrelation(move.words().get(1))
                        .processInstanceId(instance)
                        .setVariables(data)
                        .correlate();
            case "signal" ->
                ENGINE.getRuntimeService().signalEventReceived(move.words().get(1), data);
            case "data" -> ENGINE.getRuntimeService().setVariables(instance, data);
            case "error" -> {
                var task = lock(move.words().get(1)).orElseThrow();
                ENGINE.getExternalTaskService()
                        .handleBpmnError(task, "test", move.words().get(2), null, data);
            }
            default -> {
                var task = lock(element);
                if (task.isPresent()) {
                    ENGINE.getExternalTaskService().complete(task.get(), "test", data);
                } else {
                    go(element, data);
                }
            }
        }
    }

    private Optional<String> lock(String element) {
        var action = ENGINE
                .getExternalTaskService()
                .createExternalTaskQuery()
                .processInstanceId(instance)
                .activityId(element)
                .list()
                .stream()
                .findFirst();
        action.ifPresent(task -> ENGINE.getExternalTaskService().lock(task.getId(), "test", 1_000_000));
        return action.map(task -> task.getId());
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
        var job = ENGINE.getManagementService().createJobQuery().processInstanceId(instance).list().stream()
                .filter(waiting -> event(waiting.getJobDefinitionId()).equals(element))
                .findFirst()
                .orElseThrow();
        ENGINE.getManagementService().executeJob(job.getId());
    }

    private static String event(String definition) {
        return ENGINE.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(definition)
                .singleResult()
                .getActivityId();
    }

    @Override
    public void close() {
        ENGINE.getRepositoryService().deleteDeployment(deployment, true);
    }
}
