package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Calendars over the API: who sees which, how they change, and what is said about wrong ones. */
@CompanyTest
class CalendarApiTests {

    private static final String CALENDARS = "/api/v1/calendars";
    private static final String UNIT = "human-resources";
    private static final String HOLIDAY = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//x//y//EN\r
            BEGIN:VEVENT\r
            UID:1\r
            DTSTAMP:20260101T000000Z\r
            DTSTART;VALUE=DATE:20261224\r
            SUMMARY:Heiligabend\r
            END:VEVENT\r
            END:VCALENDAR\r
            """;

    @Autowired
    MockMvcTester web;

    private Api api;
    private @Nullable String mine;

    @BeforeEach
    void aCalendarOfOneUnit() {
        api = new Api(web);
        mine = api.post(Company.ROOT, CALENDARS, Map.of("unit", UNIT))
                .isFine(201)
                .text("/id");
    }

    @AfterEach
    void givenUp() {
        api.send(HttpMethod.DELETE, Company.ROOT, path(), null, MediaType.APPLICATION_JSON, Map.of());
    }

    @Test
    void aNewCalendarIsLikeTheOneAbove() {
        var calendar = calendar();
        assertThat(calendar.get("unit").asString()).isEqualTo(UNIT);
        assertThat(calendar.get("workday").asString()).isEqualTo("PT8H");
        assertThat(calendar.get("inherits").asBoolean()).isTrue();
        assertThat(day("2026-10-01").get("kind").asString()).isEqualTo("holiday");
        assertThat(day("2026-10-10").get("workday").asBoolean()).isTrue();
        assertThat(day("2026-10-10").get("name").asString()).isEqualTo("国庆节");
        api.post(Company.ROOT, CALENDARS, Map.of("unit", UNIT)).isProblem(409);
        api.post(Company.ROOT, CALENDARS, Map.of("unit", "nowhere")).isProblem(422, "/unit");
    }

    @Test
    void aChangeIsRehearsedThenMadeAndSeenAtOnce() {
        var change = change();
        change.putObject("hours")
                .putArray("saturday")
                .addObject()
                .put("from", "22:00")
                .put("to", "06:00");
        change.putArray("days")
                .addObject()
                .put("date", "2026-12-24")
                .put("kind", "holiday")
                .put("name", "平安夜");
        var rehearsed = api.post(Company.ROOT, path() + "/rehearsals", change).isFine(200);
        assertThat(rehearsed.text("/added/0/date")).isEqualTo("2026-12-24");
        assertThat(calendar().get("version").asInt()).isEqualTo(1);

        var changed = put(change).isFine(200);
        assertThat(changed.text("/version")).isEqualTo("2");
        assertThat(day("2026-12-24").get("workday").asBoolean()).isFalse();
        assertThat(day("2026-12-26").at("/hours/0/to").asString()).isEqualTo("06:00");
        put(change).isProblem(409);
    }

    @Test
    void aFileIsTriedThenTaken() {
        assertThat(upload(HOLIDAY, true).isFine(200).text("/rehearsal/added/0/name"))
                .isEqualTo("Heiligabend");
        assertThat(day("2026-12-24").get("workday").asBoolean()).isTrue();
        upload(HOLIDAY, false).isFine(200);
        assertThat(day("2026-12-24").get("name").asString()).isEqualTo("Heiligabend");
        upload("no calendar", false).isProblem(422, "/file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version | null | /version",
                "name | \"\" | /name",
                "zone | \"Mars/Base\" | /zone",
                "hours | {} | /hours",
                "hours | {\"monday\":[{\"from\":\"9\",\"to\":\"12:00\"}]} | /hours/monday",
                "hours | {\"monday\":[{\"from\":\"09:00\",\"to\":\"12:00\"},{\"from\":\"11:00\",\"to\":\"13:00\"}]} | /hours/monday",
                "hours | {\"monday\":[null]} | /hours/monday",
                "hours | {\"monday\":[{\"from\":\"09:00\",\"to\":\"12:00\"}],\"holiday\":[]} | /hours/holiday",
                "days | [null] | /days/0",
                "days | [{\"date\":\"2026-02-30\",\"kind\":\"holiday\",\"name\":\"x\"}] | /days/0/date",
                "days | [{\"date\":\"2026-02-03\",\"kind\":\"party\",\"name\":\"x\"}] | /days/0/kind",
                "days | [{\"date\":\"2026-02-03\",\"kind\":\"holiday\"}] | /days/0/name",
                "days | [{\"date\":\"2026-02-03\",\"kind\":\"hours\",\"name\":\"x\"}] | /days/0/hours"
            })
    void everyWrongFieldIsNamed(String field, String value, String pointer) {
        var change = change();
        change.set(field, Api.JSON.readTree(value));
        put(change).isProblem(422, pointer);
    }

    @Test
    void peopleSeeTheCalendarOfTheirOwnUnitOnly() {
        assertThat(ids(Company.HR1)).containsExactly(mine);
        assertThat(ids(Company.STAFF1)).hasSize(1).doesNotContain(mine);
        assertThat(ids(Company.ROOT)).contains(mine).hasSizeGreaterThan(1);
        api.get(Company.STAFF1, path()).isProblem(404);
        api.get(Company.HR1, path()).isFine(200);
        api.get(Company.HR1, path() + "/days?from=2026-02-01&to=2026-01-01").isProblem(422, "/to");
    }

    @Test
    void theCompanysCalendarStays() {
        var company = api.get(Company.STAFF1, CALENDARS).text("/items/0/id");
        var answer = api.send(
                HttpMethod.DELETE, Company.ROOT, CALENDARS + "/" + company, null, MediaType.APPLICATION_JSON, Map.of());
        answer.isProblem(409);
    }

    private JsonNode calendar() {
        return api.get(Company.ROOT, path()).isFine(200).json();
    }

    private ObjectNode change() {
        var change = (ObjectNode) calendar();
        change.remove(List.of("id", "unit", "workday"));
        return change;
    }

    private Api.Answer put(ObjectNode change) {
        return api.send(HttpMethod.PUT, Company.ROOT, path(), change.toString(), MediaType.APPLICATION_JSON, Map.of());
    }

    private Api.Answer upload(String content, boolean dryRun) {
        var file = new MockMultipartFile(
                "file", "holidays.ics", "text/calendar", content.getBytes(StandardCharsets.UTF_8));
        return Api.answer(web.post()
                .uri(path() + "/imports?dry_run=" + dryRun)
                .multipart()
                .file(file)
                .with(user(Company.ROOT))
                .exchange());
    }

    private JsonNode day(String date) {
        return api.get(Company.HR1, path() + "/days?from=%s&to=%s".formatted(date, date))
                .isFine(200)
                .json()
                .at("/items/0");
    }

    private List<String> ids(String who) {
        return api.get(who, CALENDARS)
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    private String path() {
        return CALENDARS + "/" + mine;
    }
}
