package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.process.NumberRule;

/** Processes that lay down how their cases are numbered. */
@CompanyTest
class NumberRuleApiTests {

    private static final int AT_ONCE = 12;

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void theApi() {
        api = new Api(web);
    }

    @Test
    void aCaseIsNumberedAsItsProcessLaysDownAndFoundByIt() {
        publish("number-found", "用印-{unit}-{000}号");
        var id = api.start(Company.STAFF1, "number-found", Map.of()).isFine(201).text("/id");
        var number = api.caseOf(id).path("number").asString();
        assertThat(number).matches("用印-\\P{Ll}+-001号");
        assertThat(web.get().uri("/cases/" + id).with(user(Company.STAFF1)))
                .bodyText()
                .contains(number);
        assertThat(api.get(Company.STAFF1, "/api/v1/search?q=" + number.toLowerCase(Locale.ROOT))
                        .isFine(200)
                        .body())
                .contains(id);
        assertThat(next(Company.STAFF1, "number-found")).isEqualTo(number.replace("001", "002"));
        assertThat(next(Company.MARKET1, "number-found"))
                .as("another unit has numbers of its own")
                .endsWith("-001号");
    }

    @Test
    void whoeverStartAtTheSameMomentHaveNumbersOfTheirOwnWithoutAGap() throws Exception {
        publish("number-at-once", "NAO-{00}");
        var answers = Api.atOnce(Collections.nCopies(
                        AT_ONCE, (Api.Call) () -> api.start(Company.STAFF1, "number-at-once", Map.of()))
                .toArray(Api.Call[]::new));
        assertThat(answers.stream().map(answer -> answer.isFine(201).text("/number")))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, AT_ONCE)
                        .mapToObj("NAO-%02d"::formatted)
                        .toList());
    }

    @Test
    void whatDoesNotBeginTakesNoNumber() {
        publish("number-gapless", "NG-{00}");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var wish = Map.of("process", "number-gapless", "form", Map.of());
        for (int time = 0; time < 2; time++) {
            assertThat(api.post(Company.STAFF1, "/api/v1/cases", wish, key)
                            .isFine(201)
                            .text("/number"))
                    .isEqualTo("NG-01");
        }
        var far = Map.of("process", "number-gapless", "form", Map.of(), "title", "长".repeat(1_000));
        api.post(Company.STAFF1, "/api/v1/cases", far).isProblem(422, "/title");
        assertThat(next(Company.STAFF1, "number-gapless")).isEqualTo("NG-02");
    }

    @Test
    void theDayIsThatOfTheCaseAndANewYearCountsFromOne() {
        var rule = NumberRule.read("合-{yyyy}{MM}-{yy}.{dd}-{0000}").orElseThrow();
        assertThat(Stream.of(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1))
                        .map(day -> rule.head(day, "any")))
                .containsExactly("合-202612-26.31-", "合-202701-27.01-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CG",
                "{yyyy}-{000}",
                "2026-{000}",
                "CG{yyyy}{000}",
                "CG-1{000}",
                "CG-{000}-2",
                "CG-{0}",
                "C G-{000}",
                "<b>-{000}",
                "CG-{000}-{000}",
                "CG-{hour}-{00}",
                "CG/{000}"
            })
    void aRuleThatCannotBeReadOrMightRepeatItselfIsRefused(String rule) {
        Steps.handIn(api, model("number-refused", rule.replace("<", "&lt;"))).isProblem(422, "number-refused");
    }

    private String next(String who, String process) {
        return api.start(who, process, Map.of()).isFine(201).text("/number");
    }

    private void publish(String key, String rule) {
        Steps.handIn(api, model(key, rule)).isFine(201);
    }

    private static String model(String key, String rule) {
        return Steps.model(
                key,
                "zhangfa:number=\"" + rule.replace("{", "&#123;") + "\"",
                Steps.approval("", "strategy=\"unit-head\""));
    }
}
