package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Two who act on the same thing at the same moment: one of them does it, the other is told that it is done. */
@CompanyTest
class TwoAtOnceApiTests {

    private static final String KEY = "two-at-once";
    private static final String OWNER = "financehead";

    private static boolean published;

    @Autowired
    MockMvcTester web;

    private Api api;

    /**
     * @param before what is done by whom before, on the task that is open then
     * @param on the case, or its task
     * @param one who does what
     * @param other who does what at the same moment
     */
    private record Race(List<Deed> before, String on, Deed one, Deed other) {

        @Override
        public String toString() {
            return one + " / " + other;
        }
    }

    private record Deed(String who, String action, Map<String, Object> with) {

        @Override
        public String toString() {
            return who + " " + action;
        }
    }

    private static Deed of(String who, String action) {
        return new Deed(who, action, Map.of());
    }

    private static Deed of(String who, String action, String field, Object value) {
        return new Deed(who, action, Map.of(field, value, "comment", "同时"));
    }

    private static Race onTask(Deed one, Deed other, Deed... before) {
        return new Race(List.of(before), "tasks", one, other);
    }

    private static Race onCase(Deed one, Deed other, Deed... before) {
        return new Race(List.of(before), "cases", one, other);
    }

    static Stream<Race> races() {
        var to = Company.MANAGER;
        return Stream.of(
                onTask(of(Company.FINANCE1, "approve"), of(Company.FINANCE2, "approve")),
                onTask(of(Company.FINANCE1, "approve"), of(Company.FINANCE2, "reject")),
                onTask(of(Company.FINANCE1, "approve"), of(Company.FINANCE2, "return", "to", "initiator")),
                onTask(
                        of(Company.FINANCE1, "return", "to", "initiator"),
                        of(Company.FINANCE2, "return", "to", "initiator")),
                onTask(of(Company.FINANCE1, "reject"), of(Company.FINANCE2, "reject")),
                onTask(of(Company.FINANCE1, "claim"), of(Company.FINANCE2, "claim")),
                onTask(of(Company.FINANCE1, "approve"), of(Company.FINANCE2, "claim")),
                onTask(of(Company.FINANCE1, "approve"), of(Company.FINANCE2, "transfer", "to", to)),
                onTask(of(Company.FINANCE1, "transfer", "to", to), of(Company.FINANCE2, "transfer", "to", to)),
                onTask(of(Company.FINANCE1, "delegate", "to", to), of(Company.FINANCE2, "delegate", "to", to)),
                onTask(of(Company.FINANCE1, "approve"), of(OWNER, "jump", "to", "s0")),
                onTask(of(Company.FINANCE1, "release"), of(Company.FINANCE1, "release"), of(Company.FINANCE1, "claim")),
                onTask(of(to, "resolve"), of(to, "resolve"), of(Company.FINANCE1, "delegate", "to", to)),
                onTask(
                        of(Company.STAFF1, "complete"),
                        of(Company.STAFF1, "complete"),
                        of(Company.FINANCE1, "return", "to", "initiator")),
                onCase(of(Company.STAFF1, "cancel"), of(Company.STAFF1, "cancel")),
                onCase(of(OWNER, "suspend"), of(OWNER, "suspend")),
                onCase(
                        of(OWNER, "reopen", "to", "s0"),
                        of(OWNER, "reopen", "to", "s0"),
                        of(Company.FINANCE1, "reject")));
    }

    @ParameterizedTest
    @MethodSource("races")
    void oneDoesItAndTheOtherIsTold(Race race) throws Exception {
        api = new Api(web);
        publish();
        var id = api.start(Company.STAFF1, KEY, Map.of()).isFine(201).text("/id");
        for (var deed : race.before()) {
            does(deed, "/api/v1/tasks/" + api.task(id)).isFine(200);
        }
        var place = "/api/v1/" + race.on() + "/" + (race.on().equals("cases") ? id : api.task(id));
        var answers = Api.atOnce(() -> does(race.one(), place), () -> does(race.other(), place));
        assertThat(answers)
                .as(answers.toString())
                .extracting(Api.Answer::status)
                .containsExactlyInAnyOrder(200, 409);
        answers.stream().filter(answer -> answer.status() == 409).forEach(told -> {
            told.isProblem(409);
            assertThat(told.text("/detail")).isNotBlank();
        });
    }

    private Api.Answer does(Deed deed, String place) {
        return api.post(deed.who(), place + "/actions/" + deed.action(), deed.with());
    }

    private void publish() {
        if (!published) {
            var rule = "strategy=\"candidates\" users=\"finance1,finance2\"";
            Steps.publish(
                    api, KEY, "", Steps.approval("", rule), Steps.approval("", "strategy=\"person\" person=\"ceo\""));
            published = true;
        }
    }
}
