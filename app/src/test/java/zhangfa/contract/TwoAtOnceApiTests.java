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
     * @param before what is done by whom before
     * @param one who does what
     * @param other who does what at the same moment
     */
    private record Race(List<Deed> before, Deed one, Deed other) {

        @Override
        public String toString() {
            return one + " / " + other;
        }
    }

    /** What is acted on: the case, the task that is open by then, or the one with which the case began. */
    private enum On {
        CASE,
        TASK,
        FIRST
    }

    private record Deed(String who, String action, Map<String, Object> with, On on) {

        Deed on(On other) {
            return new Deed(who, action, with, other);
        }

        @Override
        public String toString() {
            return who + " " + action;
        }
    }

    private static Deed of(String who, String action) {
        return new Deed(who, action, Map.of(), On.TASK);
    }

    private static Deed of(String who, String action, String field, Object value) {
        return new Deed(who, action, Map.of(field, value, "comment", "同时"), On.TASK);
    }

    private static Race onTask(Deed one, Deed other, Deed... before) {
        return new Race(List.of(before), one, other);
    }

    private static Race onCase(Deed one, Deed other, Deed... before) {
        return new Race(List.of(before), one.on(On.CASE), other.on(On.CASE));
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
                        of(Company.FINANCE1, "reject")),
                onCase(
                        of(OWNER, "resume"),
                        of(OWNER, "resume"),
                        of(OWNER, "suspend").on(On.CASE)),
                onCase(of(Company.STAFF1, "urge"), of(Company.STAFF1, "urge")));
    }

    /** Where somebody waits for others, or looks back. */
    static Stream<Race> racesOverTwoTasks() {
        var adding = new Deed(
                Company.FINANCE1, "add_sign", Map.of("who", List.of(Company.MANAGER), "position", "before"), On.TASK);
        var approved = of(Company.FINANCE1, "approve");
        var withdrawn = of(Company.FINANCE1, "withdraw").on(On.FIRST);
        var removed = of(Company.FINANCE1, "remove_sign", "who", List.of(Company.MANAGER))
                .on(On.FIRST);
        return Stream.of(
                onTask(withdrawn, withdrawn, approved),
                onTask(withdrawn, of(Company.CEO, "approve"), approved),
                onTask(withdrawn, of(Company.CEO, "return", "to", "initiator"), approved),
                onTask(adding, of(Company.FINANCE2, "approve")),
                onTask(removed, removed, adding),
                onTask(removed, of(Company.MANAGER, "approve"), adding));
    }

    @ParameterizedTest
    @MethodSource({"races", "racesOverTwoTasks"})
    void oneDoesItAndTheOtherIsTold(Race race) throws Exception {
        api = new Api(web);
        publish();
        var id = api.start(Company.STAFF1, KEY, Map.of()).isFine(201).text("/id");
        var first = api.task(id);
        for (var deed : race.before()) {
            does(deed, place(deed, id, first)).isFine(200);
        }
        var one = place(race.one(), id, first);
        var other = place(race.other(), id, first);
        var answers = Api.atOnce(() -> does(race.one(), one), () -> does(race.other(), other));
        assertThat(answers)
                .as(answers.toString())
                .extracting(Api.Answer::status)
                .containsExactlyInAnyOrder(200, 409);
        answers.stream().filter(answer -> answer.status() == 409).forEach(told -> {
            told.isProblem(409);
            assertThat(told.text("/detail")).isNotBlank();
        });
    }

    private String place(Deed deed, String id, String first) {
        return switch (deed.on()) {
            case CASE -> "/api/v1/cases/" + id;
            case TASK -> "/api/v1/tasks/" + api.task(id);
            case FIRST -> "/api/v1/tasks/" + first;
        };
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
