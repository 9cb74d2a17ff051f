package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.database.Keys;
import zhangfa.identity.AccountDesk;

/** Messages and signals from other systems. */
@CompanyTest
class MessageApiTests {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:message id="m" name="message-api-delivered" zhangfa:key="= parcel"/>
              <bpmn:process id="message-api" name="等签收" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:receiveTask id="delivered" name="客户签收" messageRef="m"/>
                <bpmn:userTask id="file" name="归档"/>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="delivered"/>
                <bpmn:sequenceFlow id="b" sourceRef="delivered" targetRef="file"/>
                <bpmn:sequenceFlow id="c" sourceRef="file" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    MockMvcTester web;

    @Autowired
    AccountDesk accounts;

    private Api api;
    private String system;
    private String parcel;
    private String id;

    @BeforeEach
    void aCaseThatWaits() {
        api = new Api(web);
        system = "wh" + Keys.next().toString().substring(24);
        accounts.open(system, "仓库系统", List.of("connector"), "-");
        api.send(
                        HttpMethod.POST,
                        Company.DESIGNER1,
                        "/api/v1/processes?publish=true",
                        MODEL,
                        MediaType.APPLICATION_XML,
                        Map.of())
                .isFine(201);
        parcel = Keys.next().toString();
        id = api.start(Company.STAFF1, "message-api", Map.of("parcel", parcel))
                .isFine(201)
                .text("/id");
    }

    @Test
    void anotherSystemMovesTheCaseOnOnce() {
        var message = Map.of("name", "message-api-delivered", "key", parcel, "form", Map.of("signed_by", "门卫"));
        var once = Map.of("Idempotency-Key", parcel);
        var first = api.post(system, "/api/v1/messages", message, once).isFine(200);
        assertThat(first.text("/case/id")).isEqualTo(id);
        assertThat(first.text("/case/status")).isEqualTo("running");
        assertThat(api.post(system, "/api/v1/messages", message, once)
                        .isFine(200)
                        .body())
                .isEqualTo(first.body());
        assertThat(api.open(id)).containsExactly("file[\"staff1\"]");
        assertThat(api.caseOf(id).at("/form/signed_by").asString()).isEqualTo("门卫");
        var journal =
                api.get(Company.STAFF1, "/api/v1/cases/" + id + "/journal").isFine(200);
        var entry = journal.json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals("event_occurred"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.get("actor").asString()).isEqualTo(system);
        assertThat(entry.get("activity").asString()).isEqualTo("delivered");
        api.post(system, "/api/v1/messages", message).isProblem(409);
    }

    @Test
    void whatIsWrongIsNamed() {
        api.post(system, "/api/v1/messages", Map.of("key", "x")).isProblem(422, "/name");
        api.post(system, "/api/v1/messages", Map.of("name", "a\u0000b")).isProblem(422, "/name");
        api.post(system, "/api/v1/messages", Map.of("name", "a", "key", "k".repeat(201)))
                .isProblem(422, "/key");
        api.post(system, "/api/v1/messages", Map.of("name", "a", "form", List.of()))
                .isProblem(422, "/form");
        api.post(system, "/api/v1/messages", Map.of("name", "a", "case", "no")).isProblem(400);
        api.post(system, "/api/v1/messages", "{").isProblem(400);
        api.post(system, "/api/v1/messages", Map.of("name", "message-api-nobody"))
                .isProblem(409);
        api.post(system, "/api/v1/signals", new HashMap<>()).isProblem(422, "/name");
        api.post(Company.STAFF1, "/api/v1/messages", Map.of("name", "message-api-delivered", "key", parcel))
                .isProblem(403);
        api.post(Company.STAFF1, "/api/v1/signals", Map.of("name", "any")).isProblem(403);
    }

    @Test
    void aSignalIsTakenInAndSaysHowManyWaitForIt() {
        var sent = api.post(system, "/api/v1/signals", Map.of("name", "message-api-unheard"))
                .isFine(202);
        assertThat(sent.json().get("listeners").asLong()).isZero();
        assertThat(sent.text("/id")).isNotEmpty();
    }
}
