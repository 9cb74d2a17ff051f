package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Expense claims: what a form may hold, whom a claim goes to, and that no voucher counts twice. */
@CompanyTest
class ClaimApiTests {

    private static final String LINE = "{\"date\":\"2026-11-02\",\"category\":\"交通\",\"amount\":%s}";

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0060',
            value = {
                "amount|\"-1.00\"",
                "amount|0",
                "amount|\"0.00\"",
                "amount|1.234",
                "amount|\"1e3\"",
                "amount|\"1,000.00\"",
                "amount|true",
                "amount|null",
                "amount|{\"amount\":\"5.00\",\"currency\":\"USD\"}",
                "date|\"2026-02-30\"",
                "date|\"2026-13-45\"",
                "date|20261102",
                "category|\"\"",
                "category|3",
                "description|3",
                "invoice_number|\"!\"",
                "surprise|1"
            })
    void everyWrongFieldOfALineIsNamed(String field, String value) {
        var line = Api.JSON
                .createObjectNode()
                .put("date", "2026-11-02")
                .put("category", "交通")
                .put("amount", "5.00");
        line.set(field, Api.JSON.readTree(value));
        api.start(Company.STAFF1, Map.of("title", "出差", "lines", List.of(line), "vouchers", List.of(UUID.randomUUID())))
                .isProblem(422, "/form/lines/0/" + field);
    }

    static Stream<Arguments> wrongForms() {
        return Stream.of(
                Arguments.of("/form/title", "title", "长".repeat(300)),
                Arguments.of("/form/title", "title", " "),
                Arguments.of("/form/title", "title", 5),
                Arguments.of("/form/lines", "lines", List.of()),
                Arguments.of("/form/lines", "lines", "x"),
                Arguments.of("/form/lines/0", "lines", List.of("x")),
                Arguments.of("/form/vouchers", "vouchers", List.of()),
                Arguments.of("/form/vouchers/0", "vouchers", List.of("x")),
                Arguments.of("/form/vouchers/0", "vouchers", List.of(UUID.randomUUID())),
                Arguments.of("/form/surprise", "surprise", 1));
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void everyWrongFieldOfAFormIsNamed(String pointer, String field, Object value) {
        var form = new HashMap<>(api.form(Company.STAFF1, "5.00"));
        form.put(field, value);
        api.start(Company.STAFF1, form).isProblem(422, pointer);
    }

    @Test
    void aFormThatIsNoObjectIsAWrongField() {
        for (var form : List.of(List.of(), "x", 5)) {
            api.start(Company.STAFF1, form).isProblem(422, "/form");
        }
        api.post(Company.STAFF1, "/api/v1/cases", Map.of("form", Map.of())).isProblem(422, "/process");
        api.start(Company.STAFF1, "no-such-process", Map.of()).isProblem(422, "/process");
    }

    @Test
    void anAmountMayBeANumberATextOrMoney() {
        for (var amount : List.of(820, 0.1, "12.34", Map.of("amount", "5.00", "currency", "CNY"))) {
            api.start(Company.STAFF1, api.form(Company.STAFF1, amount)).isFine(201);
        }
        var line = LINE.formatted("1E3");
        api.post(
                        Company.STAFF1,
                        "/api/v1/cases",
                        "{\"process\":\"expense-claim\",\"form\":{\"title\":\"x\",\"lines\":[%s],\"vouchers\":[\"%s\"]}}"
                                .formatted(line, api.voucher(Company.STAFF1)))
                .isFine(201);
    }

    @ParameterizedTest
    @CsvSource({
        "staff1,10000.00,head1,-,finance1 finance2,cashier1 cashier2",
        "staff1,10000.01,head1,manager,finance1 finance2,cashier1 cashier2",
        "analyst1,50000,manager,manager,finance1 finance2,cashier1 cashier2",
        "agent1,50000,agenthead,manager,finance1 finance2,cashier1 cashier2",
        "market1,50000,markethead,ceo,finance1 finance2,cashier1 cashier2",
        "head1,50000,manager,manager,finance1 finance2,cashier1 cashier2",
        "manager,50000,ceo,ceo,finance1 finance2,cashier1 cashier2",
        "ceo,50,financehead,-,finance1 finance2,cashier1 cashier2",
        "ceo,50000,financehead,financehead,finance1 finance2,cashier1 cashier2",
        "financehead,50000,ceo,ceo,finance1 finance2,cashier1 cashier2",
        "finance1,50000,financehead,ceo,finance2,cashier1 cashier2",
        "cashier1,50,financehead,-,finance1 finance2,cashier2"
    })
    void aClaimGoesToTheRightPeopleAsForeseen(
            String who, String amount, String head, String management, String finance, String cash) {
        var expected = new ArrayList<String>();
        expected.add("head-approval " + head);
        if (!management.equals("-")) {
            expected.add("management-approval " + management);
        }
        expected.add("finance-review " + finance);
        expected.add("payment " + cash);

        var form = api.form(who, amount);
        var foreseen = api.post(who, "/api/v1/processes/expense-claim/forecast", Map.of("form", form))
                .isFine(200);
        assertThat(foreseen.json()
                        .valueStream()
                        .map(step ->
                                step.get("step").asString() + " " + String.join(" ", names(step.get("participants")))))
                .containsExactlyElementsOf(expected);

        var claim = api.start(who, form).isFine(201).text("/id");
        var taken = new ArrayList<String>();
        for (var file = api.caseOf(claim); file.get("status").asString().equals("running"); file = api.caseOf(claim)) {
            var task = file.at("/tasks/0");
            var people = names(task.get("assignees"));
            taken.add(task.get("step").asString() + " " + String.join(" ", people));
            var action = task.get("kind").asString().equals("work") ? "complete" : "approve";
            api.does(people.getLast(), claim, action).isFine(200);
        }
        assertThat(taken).containsExactlyElementsOf(expected);
    }

    @Test
    void aForecastTakesAFormThatIsHalfFilled() {
        for (var form : List.of(Map.of(), Map.of("lines", 5), Map.of("lines", List.of(5, Map.of("amount", "abc"))))) {
            api.post(Company.STAFF1, "/api/v1/processes/expense-claim/forecast", Map.of("form", form))
                    .isFine(200);
        }
        api.post(Company.STAFF1, "/api/v1/processes/expense-claim/forecast", Map.of("form", List.of()))
                .isProblem(422, "/form");
    }

    @Test
    void aVoucherOfSomebodyElseIsUnknown() {
        api.start(Company.STAFF1, Api.formWith("5.00", api.voucher(Company.MARKET1)))
                .isProblem(422, "/form/vouchers/0");
    }

    @Test
    void theSameContentInTwoClaimsIsNamedUntilTheFirstIsRejected() {
        var content = UUID.randomUUID().toString();
        var first = api.start(Company.STAFF1, Api.formWith("5.00", api.voucher(Company.STAFF1, content)))
                .text("/id");
        var again = Api.formWith("5.00", api.voucher(Company.STAFF2), api.voucher(Company.STAFF2, content));
        var refused = api.start(Company.STAFF2, again);
        refused.isProblem(422, "/form/vouchers/1");
        assertThat(refused.body()).doesNotContain(first, Company.STAFF1);
        api.does(Company.HEAD1, first, "reject").isFine(200);
        api.start(Company.STAFF2, again).isFine(201);
    }

    @Test
    void aRejectedClaimIsReopenedOnlyWithVouchersThatAreStillFree() {
        var content = UUID.randomUUID().toString();
        var first = api.start(Company.STAFF1, Api.formWith("5.00", api.voucher(Company.STAFF1, content)))
                .text("/id");
        api.does(Company.HEAD1, first, "reject").isFine(200);
        var second = api.start(Company.STAFF2, Api.formWith("5.00", api.voucher(Company.STAFF2, content)))
                .isFine(201)
                .text("/id");
        var reopening = "/api/v1/cases/" + first + "/actions/reopen";
        api.post("financehead", reopening, Map.of("to", "head-approval")).isProblem(422);
        assertThat(api.caseOf(first).get("status").asString()).isEqualTo("rejected");
        api.does(Company.HEAD1, second, "reject").isFine(200);
        api.post("financehead", reopening, Map.of("to", "head-approval")).isFine(200);
        assertThat(endingOf(first)).isEmpty();
        api.start(Company.STAFF2, Api.formWith("5.00", api.voucher(Company.STAFF2, content)))
                .isProblem(422);
    }

    private List<String> endingOf(String claim) {
        return jdbc.sql("select ending from finance.expense_claim where case_id = ?::uuid and ending is not null")
                .param(claim)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    void ofClaimsWithTheSameVouchersAtTheSameMomentJustOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = UUID.randomUUID().toString();
            var two = UUID.randomUUID().toString();
            var mine = Api.formWith("5.00", api.voucher(Company.STAFF1, one), api.voucher(Company.STAFF1, two));
            var yours = Api.formWith("5.00", api.voucher(Company.STAFF2, two), api.voucher(Company.STAFF2, one));
            var answers = Api.atOnce(() -> api.start(Company.STAFF1, mine), () -> api.start(Company.STAFF2, yours));
            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 422);
        }
    }

    @Test
    void twoCashiersAtTheSameMomentPayOnce() throws Exception {
        var claim = api.claim(Company.STAFF1, "820.00");
        api.does(Company.HEAD1, claim, "approve").isFine(200);
        api.does(Company.FINANCE1, claim, "approve").isFine(200);
        var payment = api.task(claim);
        var answers = Api.atOnce(
                () -> api.act(Company.CASHIER1, payment, "complete", Map.of()),
                () -> api.act(Company.CASHIER2, payment, "complete", Map.of()),
                () -> api.act(Company.CASHIER1, payment, "complete", Map.of()));
        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409, 409);
        var journal = api.get(Company.STAFF1, "/api/v1/cases/" + claim + "/journal")
                .json()
                .get("items");
        assertThat(journal.valueStream()
                        .filter(entry -> entry.get("activity").asString("").equals("payment")
                                && entry.get("lifecycle").asString("").equals("complete")))
                .hasSize(1);
    }

    private static List<String> names(JsonNode people) {
        return people.valueStream().map(person -> person.asString()).sorted().toList();
    }
}
