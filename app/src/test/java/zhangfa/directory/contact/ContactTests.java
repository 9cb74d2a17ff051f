package zhangfa.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.directory.Setup;
import zhangfa.directory.platform.Contacts.Department;
import zhangfa.directory.platform.Contacts.Member;
import zhangfa.directory.platform.FakeDingtalk;
import zhangfa.directory.platform.FakeFeishu;
import zhangfa.directory.platform.FakePlatform;
import zhangfa.directory.platform.FakeWecom;
import zhangfa.identity.Accounts;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/** Contacts of the three platforms, taken into the organisation. */
@CompanyTest
class ContactTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String unit = "同步部" + mark;
    private final String newcomer = "sync-" + mark;

    /** Other tests count the people and units of the demo company. */
    @AfterEach
    void sendAway() {
        for (var table : List.of("headship where person", "assignment where person", "person where id")) {
            jdbc.sql("delete from organization.%s in (select id from organization.person where username like ?)"
                            .formatted(table))
                    .param("%" + mark + "%")
                    .update();
        }
        jdbc.sql("delete from organization.unit where name like ?")
                .param("%" + mark + "%")
                .update();
    }

    static Stream<FakePlatform> platforms() {
        return Stream.of(new FakeWecom(), new FakeDingtalk(), new FakeFeishu());
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void aRehearsalChangesNothingAndASecondRunDoesNothing(FakePlatform fake) {
        try (fake;
                var app = setUp(fake)) {
            assertThat(take(app, true))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.differences[*].kind")
                    .asArray()
                    .contains("found", "join");
            assertThat(accounts.named(newcomer)).isEmpty();
            assertThat(take(app, false)).hasStatusOk();
            var person = organization.personNamed(newcomer).orElseThrow();
            assertThat(unitOf(person)).isEqualTo(unit);
            assertThat(organization.contact(person.id()).orElseThrow().email()).isEqualTo(newcomer + "@example.com");
            assertThat(accounts.named(newcomer).orElseThrow().roles()).containsExactly("staff");
            assertThat(take(app, false)).bodyJson().isLenientlyEqualTo("""
                    {"dry_run":false,"differences":[],"leavers":[]}""");
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void whatChangesThereChangesHere(FakePlatform fake) {
        try (fake;
                var app = setUp(fake)) {
            take(app, false);
            fake.departments.set(1, new Department("2", unit + "改", "1"));
            fake.departments.add(new Department("3", "新" + unit, "2"));
            fake.members.set(0, member(newcomer, "改了名", "3"));
            assertThat(take(app, false))
                    .bodyJson()
                    .extractingPath("$.differences[*].kind")
                    .asArray()
                    .containsExactly("update", "found", "update");
            var person = organization.personNamed(newcomer).orElseThrow();
            assertThat(person.name()).isEqualTo("改了名");
            assertThat(organization.lineOf(person.unit()))
                    .extracting(Unit::name)
                    .startsWith("新" + unit, unit + "改");
        }
    }

    @Test
    void whoeverLeavesIsReportedAndEndsOnlyWhenConfirmed() {
        try (var fake = new FakeWecom();
                var app = setUp(fake)) {
            take(app, false);
            fake.members.set(0, member("other-" + mark, "另一位", "2"));
            assertThat(take(app, false))
                    .bodyJson()
                    .extractingPath("$.leavers[*].username")
                    .asArray()
                    .containsExactly(newcomer);
            assertThat(organization.personNamed(newcomer).orElseThrow().active())
                    .isTrue();
            assertThat(post(app, false, "{\"end\":[\"%s\",\"staff1\"]}".formatted(newcomer)))
                    .hasStatusOk();
            assertThat(organization.personNamed(newcomer).orElseThrow().active())
                    .isFalse();
            assertThat(organization.personNamed(Company.STAFF1).orElseThrow().active())
                    .isTrue();
            assertThat(take(app, true))
                    .bodyJson()
                    .extractingPath("$.leavers")
                    .asArray()
                    .isEmpty();
            assertThat(jdbc.sql("select count(*) from journal.entry where kind = 'contacts_taken' and data like ?")
                            .param("%" + app.id() + "%")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    @Test
    void peopleAreRecognisedByUseridNumberAndAddressAndNeverGuessed() {
        try (var fake = new FakeWecom();
                var app = setUp(fake)) {
            take(app, false);
            var number = "139%08d".formatted(Math.floorMod(mark.hashCode(), 100_000_000));
            jdbc.sql("update organization.person set phone = ? where username = ?")
                    .params("+86 " + number, newcomer)
                    .update();
            jdbc.sql("delete from directory.link where provider = ?")
                    .param(app.id())
                    .update();
            fake.members.set(0, new Member("w-" + mark, "同步来的", "2", null, newcomer + "@example.com", number));
            assertThat(take(app, true))
                    .bodyJson()
                    .extractingPath("$.differences[*].kind")
                    .asArray()
                    .containsExactly("link");
            fake.members.set(0, new Member("staff1", "同步来的", "2", null, newcomer + "@example.com", null));
            assertThat(take(app, true))
                    .bodyJson()
                    .extractingPath("$.differences[*].kind")
                    .asArray()
                    .containsExactly("unclear");
        }
    }

    @Test
    void namesAreTidiedToWhatTheOrganisationKeeps() {
        try (var fake = new FakeWecom();
                var app = setUp(fake)) {
            fake.members.set(0, new Member(newcomer, "长".repeat(80), "2", null, null, null));
            assertThat(take(app, false)).hasStatusOk();
            assertThat(organization.personNamed(newcomer).orElseThrow().name()).isEqualTo("长".repeat(60));
            assertThat(new Department("7", " \0 ", null).name()).isEqualTo("7");
            assertThat(take(app, true))
                    .bodyJson()
                    .extractingPath("$.differences")
                    .asArray()
                    .isEmpty();
        }
    }

    @Test
    void anEmptyAnswerIsNoReasonToSendEverybodyAway() {
        try (var fake = new FakeWecom();
                var app = setUp(fake)) {
            take(app, false);
            fake.members.clear();
            assertThat(take(app, false)).hasStatus(409).bodyText().contains("没有返回任何人员");
        }
    }

    @Test
    void thePageShowsTheDifferencesAndTakesWhatItShowed() {
        try (var fake = new FakeWecom();
                var app = setUp(fake)) {
            var path = "/administration/providers/" + app.id() + "/contacts";
            assertThat(web.get().uri(path).with(user(Company.ROOT))).hasStatusOk();
            var shown =
                    web.post().uri(path).with(user(Company.ROOT)).with(csrf()).exchange();
            assertThat(shown).hasStatusOk().bodyText().contains(unit, "同步来的", newcomer);
            fake.members.set(0, member("late-" + mark, "后来的", "2"));
            var body = new String(shown.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            var execution = body.replaceFirst("(?s).*action=\"(" + path + "/[^\"]*/execution)\".*", "$1");
            assertThat(web.post().uri(execution).with(user(Company.ROOT)).with(csrf()))
                    .hasRedirectedUrl(path);
            assertThat(organization.personNamed(newcomer)).isPresent();
            assertThat(organization.personNamed("late-" + mark)).isEmpty();
            assertThat(web.post().uri(execution).with(user(Company.ROOT)).with(csrf()))
                    .hasStatus(404);
        }
    }

    private Setup setUp(FakePlatform fake) {
        fake.departments.add(new Department("1", "公司", null));
        fake.departments.add(new Department("2", unit, "1"));
        fake.members.add(member(newcomer, "同步来的", "2"));
        return Setup.of(web, fake.kind(), List.of(), fake.settings(), FakePlatform.SECRET);
    }

    private static Member member(String id, String name, String department) {
        return new Member(id, name, department, id, id + "@example.com", null);
    }

    private String unitOf(Person person) {
        return organization.unit(person.unit()).map(Unit::name).orElse("");
    }

    private MvcTestResult take(Setup app, boolean dryRun) {
        return post(app, dryRun, "{}");
    }

    private MvcTestResult post(Setup app, boolean dryRun, String body) {
        return web.post()
                .uri("/api/v1/providers/%s/imports?dry_run=%s".formatted(app.id(), dryRun))
                .with(user(Company.ROOT))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
