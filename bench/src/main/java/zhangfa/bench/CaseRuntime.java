package zhangfa.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;
import zhangfa.process.Processes;

/** The product's own runtime, called as its controllers call it: rights, form, people, journal and inbox included. */
final class CaseRuntime implements Contender {

    static final String PROCESS = "bench-two-approvals";

    private static final String BPMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="bench">
              <bpmn:process id="%s" name="Two approvals" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="head" name="Head" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="person" person="head1"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:userTask id="finance" name="Finance" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="person" person="financehead"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
                <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="finance"/>
                <bpmn:sequenceFlow id="c" sourceRef="finance" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """.formatted(PROCESS);

    private static final int INBOX = 10;

    private final Cases cases;
    private final JdbcClient jdbc;
    private final Account starter;
    private final Account head;
    private final Account finance;

    CaseRuntime(Processes processes, Cases cases, Accounts accounts, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.starter = accounts.named("staff1").orElseThrow();
        this.head = accounts.named("head1").orElseThrow();
        this.finance = accounts.named("financehead").orElseThrow();
        processes.handIn(new Processes.Draft(BPMN, null, null, List.of()), true, null);
    }

    @Override
    public String name() {
        return "runtime";
    }

    /** As people work: what several have asked for is found in an inbox at once, and decided one by one. */
    @Override
    public int cases() {
        var started = Stream.generate(
                        () -> cases.start(starter, new Cases.Wish(PROCESS, Map.of("title", "bench"), null, null)))
                .limit(INBOX)
                .toArray(UUID[]::new);
        approve(head, started);
        approve(finance, started);
        return INBOX;
    }

    private void approve(Account who, UUID[] started) {
        jdbc.sql("select id from process.task where case_id = any (?) and closing is null")
                .param(started)
                .query(UUID.class)
                .list()
                .forEach(task -> cases.act(who, task, Cases.Deed.of("approve", null)));
    }
}
