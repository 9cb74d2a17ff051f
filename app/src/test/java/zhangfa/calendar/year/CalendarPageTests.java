package zhangfa.calendar.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.calendar.almanac.Almanacs;
import zhangfa.calendar.almanac.CalendarDesk;
import zhangfa.identity.Accounts;
import zhangfa.organization.Organization;

/** Calendars on pages: the year, and changes that are rehearsed before they are made. */
@CompanyTest
class CalendarPageTests {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(version|sheet)\" value=\"([^\"]*)\"");

    @Autowired
    MockMvcTester web;

    @Autowired
    CalendarDesk desk;

    @Autowired
    Almanacs almanacs;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    private UUID id = new UUID(0, 0);

    @BeforeEach
    void aCalendarOfOneUnit() {
        var unit = organization.unitKeyed("process-supervision").orElseThrow();
        id = desk.found(unit.id(), root()).id();
    }

    @AfterEach
    void givenUp() {
        if (almanacs.now().withId(id).isPresent()) {
            desk.close(id, root());
        }
    }

    @Test
    void theYearMarksHolidaysAndMakeUpDays() {
        assertThat(web.get().uri("/calendars/{id}?year=2026", id).with(user(Company.INSPECTOR1)))
                .hasStatusOk()
                .bodyText()
                .contains("国庆节", "month__day--holiday", "month__day--make-up", "调休上班", "09:00-12:00, 13:00-18:00")
                .doesNotContain("/edit");
        assertThat(web.get().uri("/calendars/{id}?year=2019", id).with(user(Company.ROOT)))
                .bodyText()
                .contains("2019 年还没有节假日安排");
    }

    @Test
    void newHoursAreShownThenConfirmed() {
        var shown =
                post("week", "name", "监督组", "zone", "Asia/Shanghai", "inherits", "true", "hours.monday", "9：00—11：00");
        assertThat(shown).hasStatusOk().bodyText().contains("确认修改", "09:00-11:00", "没有正在计时的事项受影响");
        assertThat(workdayMinutes()).isEqualTo(480);

        confirm(shown);
        assertThat(workdayMinutes()).isEqualTo(120);
        assertThat(confirm(shown)).as("the same page sent again").hasStatus(409);
    }

    @Test
    void certainDaysAreArrangedAndMadeUsualAgain() {
        confirm(post("days", "from", "2026-12-24", "to", "2026-12-25", "kind", "holiday", "reason", "圣诞"));
        assertThat(isWorkday("2026-12-24")).isFalse();
        assertThat(isWorkday("2026-12-25")).isFalse();
        confirm(post("days", "from", "2026-12-24", "to", "", "kind", "usual"));
        assertThat(isWorkday("2026-12-24")).isTrue();
        assertThat(isWorkday("2026-12-25")).isFalse();
    }

    @Test
    void whatIsTypedWronglyIsSaidBesideItsFieldAndKept() {
        assertThat(post("week", "name", "", "zone", "Mars", "hours.monday", "9-12"))
                .hasStatus(422)
                .bodyText()
                .contains("name-error", "zone-error", "hours.monday-error", "9-12");
        assertThat(post("days", "from", "2026-12-24", "to", "2026-12-01", "kind", "holiday", "reason", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("to-error");
        assertThat(post("days", "from", "2026-12-24", "kind", "hours", "reason", "半天", "day_hours", "9-12"))
                .hasStatus(422)
                .bodyText()
                .contains("day_hours-error");
        assertThat(post("days", "from", "2026-12-24", "kind", "holiday", "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("reason-error");
        assertThat(post("public-holidays", "year", "2099"))
                .hasStatus(422)
                .bodyText()
                .contains("year-error");
    }

    @Test
    void holidaysOfAFileAreRehearsed() {
        var ics = """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//x//y//EN
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20260101T000000Z
                DTSTART;VALUE=DATE:20261224
                SUMMARY:<b>Heiligabend</b>
                END:VEVENT
                END:VCALENDAR
                """;
        var file = new MockMultipartFile("file", "x.ics", "text/calendar", ics.getBytes(StandardCharsets.UTF_8));
        assertThat(web.post()
                        .uri("/calendars/{id}/imports", id)
                        .multipart()
                        .file(file)
                        .with(user(Company.ROOT))
                        .with(csrf())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("2026-12-24", "&lt;b>Heiligabend&lt;/b>");
        assertThat(isWorkday("2026-12-24")).isTrue();
    }

    @Test
    void aUnitsCalendarIsGivenUpAfterASecondLook() {
        assertThat(web.get().uri("/calendars/{id}/closure", id).with(user(Company.ROOT)))
                .hasStatusOk()
                .bodyText()
                .contains("停用后");
        assertThat(post("closure")).hasRedirectedUrl("/calendars");
        assertThat(almanacs.now().withId(id)).isEmpty();
    }

    private MvcTestResult confirm(MvcTestResult shown) {
        var body = new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var hidden = HIDDEN.matcher(body)
                .results()
                .flatMap(field -> Stream.of(field.group(1), HtmlUtils.htmlUnescape(field.group(2))))
                .toArray(String[]::new);
        return post("", hidden);
    }

    private MvcTestResult post(String what, String... fields) {
        var request = web.post()
                .uri("/calendars/" + id + (what.isEmpty() ? "" : "/" + what))
                .with(user(Company.ROOT))
                .with(csrf());
        for (var each = 0; each < fields.length; each += 2) {
            request.param(fields[each], fields[each + 1]);
        }
        return request.exchange();
    }

    private long workdayMinutes() {
        return almanacs.forUnit(unit()).workday().toMinutes();
    }

    private boolean isWorkday(String date) {
        return almanacs.forUnit(unit()).isWorkday(LocalDate.parse(date));
    }

    private UUID unit() {
        return organization.unitKeyed("process-supervision").orElseThrow().id();
    }

    private UUID root() {
        return accounts.named(Company.ROOT).orElseThrow().id();
    }
}
