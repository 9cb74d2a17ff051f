package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** What people do with tasks, and what they are refused. */
@CompanyTest
class TaskApiTests {

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void aTaskShowsAllOfItsContract() {
        var claim = api.claim(Company.STAFF1, "5.00");
        var task = api.get(Company.HEAD1, "/api/v1/tasks/" + api.task(claim))
                .isFine(200)
                .json();
        assertThat(task.propertyNames())
                .contains("id", "case", "step", "name", "assignees", "claimed_by", "created_at", "due_at", "overdue")
                .contains("kind", "accountable", "actions", "form", "schema", "permissions");
        assertThat(task.get("case").propertyNames()).contains("id", "number", "title", "process");
        assertThat(task.get("actions").valueStream().map(action -> action.asString()))
                .containsExactly("approve", "reject", "return", "transfer", "delegate", "add_sign");
        assertThat(task.get("created_at").asString()).endsWith("+08:00");
        assertThat(api.get(Company.STAFF1, "/api/v1/tasks/" + api.task(claim))
                        .json()
                        .get("actions"))
                .isEmpty();
    }

    @Test
    void aTaskOfSomebodyElseIsForbiddenAndADecisionIsTakenOnce() {
        var claim = api.claim(Company.STAFF1, "5.00");
        var task = api.task(claim);
        for (var action : List.of("approve", "reject", "return")) {
            api.act(Company.STAFF1, task, action, Map.of()).isProblem(403);
            api.act(Company.MANAGER, task, action, Map.of()).isProblem(403);
            api.act(Company.MARKET1, task, action, Map.of()).isProblem(404);
        }
        var done =
                api.act(Company.HEAD1, task, "approve", Map.of("comment", "同意")).isFine(200);
        assertThat(done.json().propertyNames()).containsExactlyInAnyOrder("task", "case");
        api.act(Company.HEAD1, task, "approve", Map.of()).isProblem(409);
        api.act(Company.HEAD1, task, "reject", Map.of()).isProblem(409);
    }

    @Test
    void aDraftIsNotKeptYetAndUnknownVerbsAreNotThere() {
        var task = api.task(api.claim(Company.STAFF1, "5.00"));
        api.act(Company.HEAD1, task, "save", Map.of()).isProblem(404);
        api.act(Company.HEAD1, task, "bless", Map.of()).isProblem(404);
    }

    @Test
    void signersAndDelegatesAreNamedAndPlaced() {
        var claim = api.claim(Company.STAFF1, "5.00");
        var task = api.task(claim);
        api.act(Company.HEAD1, task, "delegate", Map.of()).isProblem(422, "/to");
        api.act(Company.HEAD1, task, "delegate", Map.of("to", Company.STAFF1)).isProblem(422, "/to");
        api.act(Company.HEAD1, task, "add_sign", Map.of("position", "before")).isProblem(422, "/who");
        api.act(Company.HEAD1, task, "add_sign", Map.of("who", List.of("head2")))
                .isProblem(422, "/position");
        api.act(Company.HEAD1, task, "add_sign", Map.of("who", List.of("head2"), "position", "above"))
                .isProblem(422, "/position");
        api.act(Company.HEAD1, task, "remove_sign", Map.of("who", List.of("head2")))
                .isProblem(409);
        api.act(Company.HEAD1, task, "resolve", Map.of()).isProblem(409);
        api.act(Company.HEAD1, task, "jump", Map.of("to", "payment")).isProblem(403);
        api.act(Company.HEAD1, task, "add_sign", Map.of("who", List.of("head2"), "position", "parallel"))
                .isFine(200);
        api.act("head2", api.task(claim), "approve", Map.of());
    }

    @Test
    void aTaskIsDueByItsProcessAndUrgedOnceInAWhile() {
        var claim = api.claim(Company.STAFF1, "5.00");
        var task = api.get(Company.HEAD1, "/api/v1/tasks/" + api.task(claim)).json();
        assertThat(task.get("due_at").asString()).isNotEmpty();
        assertThat(task.get("overdue").asBoolean()).isFalse();
        var urge = "/api/v1/cases/" + claim + "/actions/urge";
        api.post(Company.STAFF1, urge, Map.of("comment", "急")).isFine(200);
        api.post(Company.STAFF1, urge, Map.of()).isProblem(409);
        api.post(Company.STAFF1, "/api/v1/cases/" + claim + "/actions/suspend", Map.of())
                .isProblem(403);
        api.post(Company.STAFF1, "/api/v1/cases/" + claim + "/actions/reopen", Map.of())
                .isProblem(422, "/to");
    }

    @Test
    void aTransferNeedsSomebodyWhoIsThereAndFree() {
        var claim = api.claim(Company.STAFF1, "5.00");
        var task = api.task(claim);
        api.act(Company.HEAD1, task, "transfer", Map.of()).isProblem(422, "/to");
        api.act(Company.HEAD1, task, "transfer", Map.of("to", "nobody")).isProblem(422, "/to");
        api.act(Company.HEAD1, task, "transfer", Map.of("to", Company.HEAD1)).isProblem(422, "/to");
        api.act(Company.HEAD1, task, "transfer", Map.of("to", Company.STAFF1)).isProblem(422, "/to");
        api.act(Company.HEAD1, task, "transfer", Map.of("to", Company.HEAD2)).isFine(200);
        assertThat(api.open(claim)).containsExactly("head-approval[\"head2\"]");
        api.act(Company.HEAD1, task, "approve", Map.of()).isProblem(409);
    }

    @Test
    void notEvenAPaymentIsTransferredToWhomItPays() {
        var claim = api.claim(Company.CASHIER1, "5.00");
        api.does(Company.FINANCE_HEAD, claim, "approve").isFine(200);
        api.does(Company.FINANCE1, claim, "approve").isFine(200);
        api.does(Company.CASHIER2, claim, "transfer", Map.of("to", Company.CASHIER1))
                .isProblem(422, "/to");
    }

    @Test
    void aReturnNamesAStepThatWasDone() {
        var task = api.task(api.claim(Company.STAFF1, "5.00"));
        for (var step : List.of("mars", "payment", "head-approval")) {
            api.act(Company.HEAD1, task, "return", Map.of("to", step)).isProblem(422, "/to");
        }
        api.act(Company.HEAD1, task, "return", Map.of("to", "initiator", "then", "fly"))
                .isProblem(422, "/then");
    }

    @Test
    void whatIsReturnedIsCorrectedAndHandedInAgain() {
        var claim = api.claim(Company.STAFF1, "5.00");
        api.does(Company.HEAD1, claim, "return", Map.of("to", "initiator", "then", "rerun"))
                .isFine(200);
        var task = api.get(Company.STAFF1, "/api/v1/cases/" + claim).json().at("/tasks/0");
        assertThat(task.get("step").asString()).isEqualTo("initiator");
        assertThat(task.get("actions").valueStream().map(action -> action.asString()))
                .containsExactly("complete", "cancel");
        api.does(Company.STAFF1, claim, "complete", Map.of("form", Map.of("lines", List.of())))
                .isProblem(422, "/form/lines");
        var more = Map.of("date", "2026-11-02", "category", "交通", "amount", "10000.01");
        api.does(Company.STAFF1, claim, "complete", Map.of("form", Map.of("lines", List.of(more))))
                .isFine(200);
        api.does(Company.HEAD1, claim, "approve").isFine(200);
        assertThat(api.open(claim)).containsExactly("management-approval[\"manager\"]");
        api.does(Company.MANAGER, claim, "return", Map.of("to", "head-approval", "then", "jump_back"))
                .isFine(200);
        api.does(Company.HEAD1, claim, "approve").isFine(200);
        assertThat(api.open(claim)).containsExactly("management-approval[\"manager\"]");
    }

    @Test
    void aStepWritesOnlyWhatItMay() {
        var task = api.task(api.claim(Company.STAFF1, "5.00"));
        api.act(Company.HEAD1, task, "approve", Map.of("form", Map.of("title", "x")))
                .isProblem(422, "/form/title");
        api.act(Company.HEAD1, task, "approve", Map.of("form", List.of())).isProblem(422, "/form");
    }

    @Test
    void ofTwoWhoClaimAtTheSameMomentOneHasIt() throws Exception {
        var claim = api.claim(Company.STAFF1, "5.00");
        api.does(Company.HEAD1, claim, "approve").isFine(200);
        var task = api.task(claim);
        var answers = Api.atOnce(
                () -> api.act(Company.FINANCE1, task, "claim", Map.of()),
                () -> api.act(Company.FINANCE2, task, "claim", Map.of()));
        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
        var holder = api.caseOf(claim).at("/tasks/0/claimed_by").asString();
        var other = holder.equals(Company.FINANCE1) ? Company.FINANCE2 : Company.FINANCE1;
        api.act(other, task, "approve", Map.of()).isProblem(409);
        api.act(holder, task, "release", Map.of()).isFine(200);
        api.act(other, task, "approve", Map.of()).isFine(200);
    }

    @Test
    void onlyWhoStartedItCancelsItAndOnlyOnce() {
        var claim = api.claim(Company.STAFF1, "5.00");
        var cancel = "/api/v1/cases/" + claim + "/actions/cancel";
        api.post(Company.HEAD1, cancel, Map.of()).isProblem(403);
        api.post(Company.MARKET1, cancel, Map.of()).isProblem(404);
        assertThat(api.post(Company.STAFF1, cancel, Map.of("comment", "写错了"))
                        .isFine(200)
                        .text("/status"))
                .isEqualTo("cancelled");
        api.post(Company.STAFF1, cancel, Map.of()).isProblem(409);
        var last = api.get(Company.STAFF1, "/api/v1/cases/" + claim + "/journal")
                .json()
                .get("items")
                .valueStream()
                .reduce((one, later) -> later)
                .orElseThrow();
        assertThat(last.at("/kind").asString()).isEqualTo("case_ended");
        assertThat(last.at("/actor").asString()).isEqualTo(Company.STAFF1);
        assertThat(last.at("/data/comment").asString()).isEqualTo("写错了");
    }

    @Test
    void whoeverSeesACaseMayCommentOnItAndShowItToOthers() {
        var claim = api.claim(Company.STAFF1, "5.00");
        var actions = "/api/v1/cases/" + claim + "/actions/";
        api.post(Company.STAFF1, actions + "comment", Map.of()).isProblem(422, "/comment");
        api.post(Company.HEAD1, actions + "comment", Map.of("comment", "<script>好</script>"))
                .isFine(200);
        for (var who : List.of("[]", "[\"nobody\"]", "[null]")) {
            api.post(Company.STAFF1, actions + "cc", "{\"who\":" + who + "}").isProblem(422, "/who");
        }
        api.get(Company.MARKET1, "/api/v1/cases/" + claim).isProblem(404);
        api.post(Company.STAFF1, actions + "cc", Map.of("who", List.of(Company.MARKET1)))
                .isFine(200);
        api.get(Company.MARKET1, "/api/v1/cases/" + claim).isFine(200);
        assertThat(api.get(Company.MARKET1, "/api/v1/tasks?box=cc")
                        .json()
                        .at("/items/0/case/id")
                        .asString())
                .isEqualTo(claim);
        api.act(Company.MARKET1, api.task(claim), "approve", Map.of()).isProblem(403);
        assertThat(api.get(Company.STAFF1, "/api/v1/cases/" + claim + "/journal")
                        .body())
                .contains("case_commented", "<script>好</script>", "case_copied");
    }
}
