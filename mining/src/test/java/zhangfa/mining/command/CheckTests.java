package zhangfa.mining.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Rules and calendars are read from files, and what breaks the rules is named. */
class CheckTests extends CommandLine {

    @Test
    void checksRulesThatStandInAFile() throws Exception {
        var log = log("""
                case,activity,timestamp,resource
                1,hand in,2024-01-01T08:00:00Z,Anna
                1,pay,2024-01-03T08:00:00Z,Anna
                2,hand in,2024-01-01T08:00:00Z,Anna
                """);
        var rules = folder.resolve("rules.json");
        Files.writeString(rules, """
                [{"rule":"four-eyes","one":"hand in","other":"pay"}, {"rule":"responds","asked":"hand in","answer":"pay","within":"PT24H"},
                 {"rule":"exists","activity":"pay"}, {"rule":"precedes","first":"hand in","then":"pay"},
                 {"rule":"excludes","one":"hand in","other":"pay"}, {"rule":"done-by","activity":"pay","resources":["Bo"]}]
                """);
        assertThat(run("check", log, rules.toString())).isZero();
        var answer = new JsonMapper().readTree(out.toByteArray());
        out.reset();

        assertThat(answer.get("rules")
                        .valueStream()
                        .map(rule -> rule.get("broken_cases").asInt()))
                .containsExactly(1, 2, 1, 0, 1, 1);
        assertThat(answer.at("/rules/0/breaches").toString())
                .isEqualTo("[{\"case\":\"1\",\"activity\":\"pay\",\"time\":\"2024-01-03T08:00:00Z\"}]");
        for (var wrong : List.of(
                "{}",
                "[",
                "[{\"rule\":\"dance\"}]",
                "[{\"rule\":\"exists\"}]",
                "[{\"rule\":\"responds\",\"asked\":\"a\",\"answer\":\"b\",\"within\":\"soon\"}]")) {
            Files.writeString(rules, wrong);
            assertThat(run("check", log, rules.toString())).isEqualTo(1);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Rule 1: there is no rule dance");
        assertThat(out.size()).isZero();
    }

    @Test
    void countsTheTimeOfAnAnswerInWorkingTimeWhereThereIsACalendar() throws Exception {
        var log = log("""
                case,activity,timestamp
                1,ask,2024-09-30T17:00:00+08:00
                1,answer,2024-10-03T10:00:00+08:00
                2,ask,2024-10-08T09:00:00+08:00
                2,answer,2024-10-08T15:00:00+08:00
                """);
        var rules = folder.resolve("rules.json");
        Files.writeString(
                rules, "[{\"rule\":\"responds\",\"asked\":\"ask\",\"answer\":\"answer\",\"within\":\"PT4H\"}]");
        var calendar = folder.resolve("calendar.json");
        Files.writeString(calendar, """
                {"name":"办公室","zone":"Asia/Shanghai","inherits":false,
                 "hours":{"monday":[{"from":"09:00","to":"18:00"}],"tuesday":[{"from":"09:00","to":"18:00"}],"saturday":[]},
                 "days":[{"date":"2024-10-01","kind":"holiday","name":"国庆节"},{"date":"2024-10-02","kind":"hours","name":"半天","hours":[{"from":"09:00","to":"10:00"}]},
                         {"date":"2024-10-03","kind":"make_up","name":"调休"}]}
                """);
        assertThat(run("check", log, rules.toString())).isZero();
        var clock = new JsonMapper().readTree(out.toByteArray());
        out.reset();
        assertThat(run("check", log, rules.toString(), "--calendar", calendar.toString()))
                .isZero();
        var worked = new JsonMapper().readTree(out.toByteArray());
        out.reset();

        assertThat(clock.at("/rules/0/broken_cases").asInt()).isEqualTo(2);
        assertThat(worked.at("/rules/0/breaches/0/case").asString()).isEqualTo("2");
        assertThat(worked.at("/rules/0/broken_cases").asInt()).isEqualTo(1);
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            {} | "zone" is a text
            [ | The calendar is not JSON
            {"zone":"Moon/Crater"} | Moon/Crater
            {"zone":"UTC"} | "hours" has no weekday
            {"zone":"UTC","hours":{"funday":[{"from":"09:00","to":"10:00"}]}} | "funday" is no weekday
            {"zone":"UTC","hours":{"monday":[{"from":"9","to":"10:00"}]}} | '9'
            {"zone":"UTC","hours":{"monday":[{"from":"09:00","to":"10:00"}]},"days":[{"date":"2024-01-01","kind":"party"}]} | a day is a holiday
            """)
    void aCalendarThatIsNoneIsRefused(String calendar, String reason) throws Exception {
        var rules = folder.resolve("rules.json");
        Files.writeString(rules, "[]");
        var file = folder.resolve("calendar.json");
        Files.writeString(file, calendar);

        assertThat(run("check", log("case,activity\n1,a\n"), rules.toString(), "--calendar", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(reason);
        assertThat(out.size()).isZero();
    }
}
