package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator gives a unit a calendar of its own, edits it and gives it up again. */
class CalendarTests extends Journey {

    private static final String HOLIDAY = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//zhangfa//test//EN
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20260101T000000Z
            DTSTART;VALUE=DATE:20261003
            RRULE:FREQ=YEARLY
            SUMMARY:Tag der Deutschen Einheit
            END:VEVENT
            END:VCALENDAR
            """;

    @ParameterizedTest
    @CsvSource({"1280, zh-CN, 产品研发部", "375, en, 数据分析组"})
    void aUnitGetsItsOwnHoursAndDays(int width, String language, String unit) {
        var root = people().as("root", width, language);
        root.open("/calendars");
        root.picture("list");
        root.page().locator("#unit").selectOption(new SelectOption().setLabel(unit));
        root.page().locator("form[action='/calendars'] button").click();

        setsHours(root);
        closesForAParty(root);

        edit(root);
        root.picture("edit");
        root.page()
                .locator("#file")
                .setInputFiles(new FilePayload("de.ics", "text/calendar", HOLIDAY.getBytes(StandardCharsets.UTF_8)));
        root.page().locator("form[action$='/imports'] button").click();
        root.sees("Tag der Deutschen Einheit");
        root.picture("import");
        confirm(root);

        edit(root);
        root.page().locator("a[href$='/closure']").click();
        root.page().locator("form[action$='/closure'] button").click();
        assertThat(root.main().locator("tbody")).not().containsText(unit);
    }

    private static void setsHours(Person root) {
        root.page().locator("[id='hours.friday']").fill("9-12");
        root.page().locator("form[action$='/week'] button.btn-primary").click();
        assertThat(root.page().locator("[id='hours.friday-error']")).isVisible();
        root.picture("wrong");
        root.page().locator("[id='hours.friday']").fill("09:00-12:00");
        root.page().locator("[id='hours.sunday']").fill("22:00-06:00");
        root.page().locator("form[action$='/week'] button.btn-primary").click();
        root.sees("22:00-06:00");
        root.picture("rehearsal");
        confirm(root);
        root.sees("22:00-06:00");
    }

    private static void closesForAParty(Person root) {
        edit(root);
        root.page().locator("#from").fill("2026-12-24");
        root.page().locator("#to").fill("2026-12-25");
        root.page().locator("#reason").fill("年会");
        root.page().locator("form[action$='/days'] button").click();
        root.sees("2026-12-25");
        confirm(root);
        root.page().navigate(root.path() + "?year=2026");
        assertThat(root.page().locator("td[title='年会']")).hasCount(2);
        root.picture("year");
    }

    private static void edit(Person person) {
        person.page().locator("a[href$='/edit']").first().click();
    }

    /** The only way to change a calendar is the button under what it would do. */
    private static void confirm(Person person) {
        person.page().locator("form:has([name='sheet']) button").click();
        person.isAt("/calendars/[0-9a-f-]+$");
    }
}
