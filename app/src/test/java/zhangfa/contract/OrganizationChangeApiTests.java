package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.organization.Organization;
import zhangfa.organization.unit.UnitDesk;

/** Open tasks when the organisation changes under them. */
@CompanyTest
class OrganizationChangeApiTests {

    private static final String HEAD = "strategy=\"head\" head=\"product-development\"";

    @Autowired
    MockMvcTester web;

    @Autowired
    UnitDesk units;

    @Autowired
    Organization organization;

    @Autowired
    List<JobHandler> handlers;

    private final List<String> started = new ArrayList<>();

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @AfterEach
    void everythingIsAsBefore() throws Exception {
        started.forEach(id -> api.post(Company.STAFF1, "/api/v1/cases/" + id + "/actions/cancel", Map.of()));
        head(Company.DEV_HEAD);
    }

    @Test
    void openTasksFollowTheNewHeadUnlessPeopleHaveMovedThem() throws Exception {
        Steps.publish(
                api,
                "change-head",
                "",
                Steps.approval("", HEAD),
                Steps.approval("zhangfa:mode=\"all\"", "strategy=\"candidates\" users=\"finance1,ceo\""));
        Steps.publish(api, "change-keep", "", Steps.approval("", HEAD + " on-change=\"keep\""));
        var moves = start("change-head");
        var passedOn = start("change-head");
        var kept = start("change-keep");
        api.does(Company.DEV_HEAD, passedOn, "transfer", Map.of("to", Company.MANAGER))
                .isFine(200);
        var task = api.task(moves);
        head(Company.DEV1);
        assertThat(api.open(moves)).containsExactly("s0[\"dev1\"]");
        assertThat(api.task(moves)).isEqualTo(task);
        assertThat(api.caseOf(moves).at("/tasks/0/accountable").asString()).isEqualTo(Company.DEV1);
        assertThat(api.open(passedOn)).containsExactly("s0[\"manager\"]");
        assertThat(api.open(kept)).containsExactly("s0[\"devhead\"]");
        assertThat(journal(moves)).contains("task_opened reassign null");
        api.act(Company.DEV_HEAD, task, "approve", Map.of()).isProblem(403);
        assertThat(api.get(Company.DEV1, "/api/v1/notifications?page_size=50").body())
                .contains(moves);
        assertThat(api.get(Company.DEV_HEAD, "/api/v1/notifications?page_size=50")
                        .body())
                .contains("不再由您处理");
        api.act(Company.DEV1, task, "approve", Map.of()).isFine(200);
        assertThat(api.open(moves)).hasSize(2);
    }

    @Test
    void aPostThatFallsVacantLeavesTheTaskWithWhoeverHasIt() throws Exception {
        Steps.publish(api, "change-vacant", "", Steps.approval("", HEAD));
        var id = start("change-vacant");
        head(null);
        assertThat(api.open(id)).containsExactly("s0[\"devhead\"]");
        assertThat(api.caseOf(id).at("/tasks/0/accountable").asString()).isEqualTo(Company.DEV_HEAD);
    }

    private void head(@Nullable String username) throws Exception {
        var unit = organization.unitKeyed("product-development").orElseThrow().id();
        var person = username == null
                ? null
                : organization.personNamed(username).orElseThrow().id();
        units.appointHead(unit, person, null);
        for (var handler : handlers) {
            if (handler.kind().equals("process.restaffing")) {
                handler.run(new Job(handler.kind(), UUID.randomUUID().toString(), Instant.now(), ""));
            }
        }
    }

    private List<String> journal(String id) {
        return api.get(Company.INSPECTOR1, "/api/v1/cases/" + id + "/journal")
                .json()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("kind").asString() + " "
                        + entry.get("lifecycle").asString() + " "
                        + entry.get("actor").asString("null"))
                .toList();
    }

    private String start(String process) {
        var id = api.start(Company.STAFF1, process, Map.of()).isFine(201).text("/id");
        started.add(id);
        return id;
    }
}
