package zhangfa.e2e;

/** Three processes that need each other: one buys and calls another to pay, and tells a third that it is done. */
final class CrashModels {

    private static final String BUY = """
            <bpmn:process id="crash-buy" name="采购" isExecutable="true">
              <bpmn:startEvent id="start"/>
              <bpmn:userTask id="head" name="部门负责人" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:callActivity id="pay" name="付款" calledElement="crash-pay">
                <bpmn:extensionElements><zhangfa:in source="= order" target="order"/></bpmn:extensionElements>
              </bpmn:callActivity>
              <bpmn:sendTask id="tell" name="告知" messageRef="m"/>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
              <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="pay"/>
              <bpmn:sequenceFlow id="c" sourceRef="pay" targetRef="tell"/>
              <bpmn:sequenceFlow id="d" sourceRef="tell" targetRef="end"/>
            </bpmn:process>
            """;

    private static final String PAY = """
            <bpmn:process id="crash-pay" name="付款" isExecutable="true">
              <bpmn:startEvent id="start"/>
              <bpmn:userTask id="cash" name="出纳" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="person" person="cashier1"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="cash"/>
              <bpmn:sequenceFlow id="b" sourceRef="cash" targetRef="end"/>
            </bpmn:process>
            """;

    private static final String HEAR = """
            <bpmn:process id="crash-hear" name="收货" isExecutable="true">
              <bpmn:startEvent id="start"/>
              <bpmn:receiveTask id="hear" name="等待告知" messageRef="m"/>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="hear"/>
              <bpmn:sequenceFlow id="b" sourceRef="hear" targetRef="end"/>
            </bpmn:process>
            """;

    private CrashModels() {}

    static void publish(Server server) {
        for (var process : new String[] {PAY, HEAR, BUY}) {
            Api.as(server, "designer1")
                    .postXml("/api/v1/processes?publish=true", """
                            <?xml version="1.0" encoding="UTF-8"?>
                            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="e2e">
                            <bpmn:message id="m" name="crash-done" zhangfa:key="= order"/>
                            %s</bpmn:definitions>
                            """.formatted(process))
                    .ok();
        }
    }
}
