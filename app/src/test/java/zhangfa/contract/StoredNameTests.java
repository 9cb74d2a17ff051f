package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.organization.Organization;
import zhangfa.organization.person.PersonDesk;
import zhangfa.organization.unit.UnitDesk;

/** Names of people, units, days and controls, and what is noted of conversations, are only ever text, wherever they stand. */
@CompanyTest
class StoredNameTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Organization organization;

    @Autowired
    PersonDesk people;

    @Autowired
    UnitDesk units;

    @Autowired
    JdbcClient database;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void thoseOfAPersonAndAUnitAreOnlyEverText() {
        var person = organization.personNamed(Company.ANALYST1).orElseThrow();
        var above = organization.unit(person.unit()).orElseThrow();
        var unit = units.found("stored-names", Hostile.SHORT, above.id(), above.legalEntity(), null);
        try {
            people.describe(person.id(), Hostile.TEXT, null, null, person.id());
            Steps.publish(api, "stored-names", "", Steps.approval("", "strategy=\"person\" person=\"analyst1\""));
            var id = api.start(Company.STAFF1, "stored-names", Map.of())
                    .isFine(201)
                    .text("/id");
            shows(Company.STAFF1, "/organization", "/organization/units/" + unit, "/organization/units/" + above.id());
            shows(Company.STAFF1, "/organization/people", "/organization/people/" + person.id());
            shows(Company.STAFF1, "/organization/people/choices?q=analyst1", "/search?q=analyst1");
            shows(
                    Company.STAFF1,
                    "/cases/" + id,
                    "/cases/" + id + "/readers",
                    "/start/stored-names",
                    "/inbox?box=started");
            shows(Company.ANALYST1, "/", "/inbox", "/cases/" + id);
        } finally {
            people.describe(person.id(), person.name(), null, null, person.id());
            units.close(unit, person.id());
        }
    }

    @Test
    void whatIsNotedOfAConversationIsOnlyEverText() {
        var id = api.claim(Company.STAFF1, "9.00");
        var noted = Map.of(
                "contact", Hostile.TEXT, "channel", "phone", "at", Instant.now().toString(), "outcome", Hostile.TEXT);
        api.post(Company.STAFF1, "/api/v1/cases/" + id + "/conversations", noted)
                .isFine(201);
        shows(Company.STAFF1, "/cases/" + id);
        shows(Company.HEAD1, "/cases/" + id, "/notifications?box=all");
    }

    @Test
    void aDayOfACalendarIsOnlyEverText() {
        var calendars = "/api/v1/calendars";
        var calendar =
                api.post(Company.ROOT, calendars, Map.of("unit", "marketing")).isFine(201);
        var path = calendars + "/" + calendar.text("/id");
        try {
            var day = Map.of("date", "2026-12-24", "kind", "holiday", "name", Hostile.SHORT.substring(0, 50));
            var change = Map.of(
                    "version",
                    1,
                    "name",
                    Hostile.SHORT.substring(0, 50),
                    "zone",
                    "Asia/Shanghai",
                    "inherits",
                    true,
                    "hours",
                    Map.of("monday", List.of(Map.of("from", "09:00", "to", "17:00"))),
                    "days",
                    List.of(day));
            api.send(
                            HttpMethod.PUT,
                            Company.ROOT,
                            path,
                            Api.JSON.writeValueAsString(change),
                            MediaType.APPLICATION_JSON,
                            Map.of())
                    .isFine(200);
            var page = path.substring("/api/v1".length());
            shows(Company.ROOT, "/calendars", page, page + "?year=2026", page + "/edit");
        } finally {
            api.send(HttpMethod.DELETE, Company.ROOT, path, null, MediaType.APPLICATION_JSON, Map.of());
        }
    }

    @Test
    void aControlIsOnlyEverText() {
        var written = web.post()
                .uri("/rulebook/controls")
                .param("title", Hostile.TEXT)
                .param("article", Hostile.TEXT)
                .param("severity", "major")
                .param("cadence", "daily")
                .param("owner", "accountant")
                .param("query", "select '<script>stored()</script>' as title")
                .param("revision", "0")
                .with(user(Company.DESIGNER1))
                .with(csrf())
                .exchange();
        assertThat(written).hasStatus(302);
        try {
            shows(Company.DESIGNER1, "/rulebook/controls", "/rulebook/controls/" + control() + "/edit");
        } finally {
            database.sql("delete from rulebook.control where key = ?")
                    .param(control())
                    .update();
        }
    }

    private String control() {
        return database.sql("select key from rulebook.control where title ->> 'zh-CN' = ?")
                .param(Hostile.TEXT)
                .query(String.class)
                .single();
    }

    private void shows(String who, String... pages) {
        Hostile.shows(web, who, pages);
    }
}
