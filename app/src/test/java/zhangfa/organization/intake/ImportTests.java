package zhangfa.organization.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static zhangfa.organization.intake.StaffSheet.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.identity.Accounts;
import zhangfa.organization.Organization;
import zhangfa.organization.PostLevel;

/** The staff import, over the API and on its page. */
@CompanyTest
class ImportTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String newcomer = "new-" + mark;
    private final String unit = "试点组" + mark;

    /** Other tests count the people and units of the demo company. */
    @AfterEach
    void sendAway() {
        var mine = "select id from organization.person where username like 'new-" + mark + "%'";
        database.sql("delete from organization.headship where person in (" + mine + ")")
                .update();
        database.sql("delete from organization.assignment where person in (" + mine + ")")
                .update();
        database.sql("delete from organization.person where username like 'new-" + mark + "%'")
                .update();
        database.sql("delete from organization.unit where name like '%" + mark + "' and parent is not null")
                .update();
    }

    @Test
    void aRehearsalCountsAndChangesNothing() {
        var result = send(true, StaffSheet.of(row(newcomer, "新来的", "运营一部"), row("staff1", "王小雨", "运营一部")));
        assertThat(result).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"dry_run":true,"created":1,"updated":0,"unchanged":1,"errors":[]}""");
        assertThat(accounts.named(newcomer)).isEmpty();
    }

    @Test
    void wrongCellsAreNamedRowByRow() {
        var result = send(
                true,
                StaffSheet.of(
                        row("Not A Name", "", "运营一部", "", "", "总裁", "", "nobody", "call me"),
                        row(newcomer, "新来的", "运营一部"),
                        row(newcomer, "又来了", "新部门", "没有的部门"),
                        row("root", "管理员", "运营一部")));
        assertThat(result).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"created":1,"errors":[
                  {"row":2,"column":"username"},{"row":2,"column":"name"},{"row":2,"column":"level"},
                  {"row":2,"column":"email"},{"row":2,"column":"phone"},
                  {"row":4,"column":"username"},{"row":4,"column":"parent"},
                  {"row":5,"column":"username"}]}""");
    }

    @Test
    void aFileWithOneWrongCellIsNotTakenAtAll() {
        var result = send(false, StaffSheet.of(row(newcomer, "新来的", "运营一部"), row("x", "", "运营一部")));
        assertThat(result)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/rows/3/name");
        assertThat(accounts.named(newcomer)).isEmpty();
    }

    @Test
    void newPeopleAreInvitedIntoNewUnitsWithTheirHeads() {
        assertThat(send(
                        false,
                        StaffSheet.of(row(
                                newcomer,
                                "新来的",
                                unit,
                                "运营中心",
                                "试点负责人" + mark,
                                "主管",
                                "是",
                                "new@example.com",
                                "13800000000"))))
                .hasStatusOk();
        var person = organization.personNamed(newcomer).orElseThrow();
        var founded = organization.unit(person.unit()).orElseThrow();
        assertThat(founded.name()).isEqualTo(unit);
        assertThat(founded.head()).isEqualTo(person.id());
        assertThat(organization.lineOf(founded.id())).extracting("key").contains("operations-centre");
        assertThat(person.level()).isEqualTo(PostLevel.SUPERVISOR);
        assertThat(accounts.named(newcomer).orElseThrow().active()).isFalse();
    }

    @Test
    void importingAgainUpdatesAndNeverDoubles() {
        send(false, StaffSheet.of(row(newcomer, "新来的", "运营一部")));
        var again = send(false, StaffSheet.of(row(newcomer, "改了名", "运营二部")));
        assertThat(again).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"created":0,"updated":1,"unchanged":0}""");
        assertThat(organization.personNamed(newcomer).orElseThrow().name()).isEqualTo("改了名");
        assertThat(send(false, StaffSheet.of(row(newcomer, "改了名", "运营二部"))))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"created":0,"updated":0,"unchanged":1}""");
    }

    @Test
    void aFileThatIsNoSpreadsheetIsRefused() {
        assertThat(send(true, "not a spreadsheet".getBytes())).hasStatus(422);
    }

    @Test
    void aFileThatUnpacksWithoutEndIsRefused() throws IOException {
        assertThat(send(true, bomb())).hasStatus(422);
    }

    @Test
    void theTemplateItselfIsReadable() throws IOException {
        var template = web.get()
                .uri("/organization/imports/template")
                .with(user(Company.ROOT))
                .exchange();
        assertThat(template).hasStatusOk();
        assertThat(send(true, template.getResponse().getContentAsByteArray()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .asString()
                .contains("第 2 行");
    }

    @Test
    void thePageRehearsesFirstAndThenImports() throws IOException {
        var page = web.post()
                .uri("/organization/imports")
                .multipart()
                .file(new MockMultipartFile("file", "staff.xlsx", null, StaffSheet.of(row(newcomer, "新来的", "运营一部"))))
                .with(user(Company.ROOT))
                .with(csrf())
                .exchange();
        var body = page.getResponse().getContentAsString();
        var path = body.replaceAll("(?s).*action=\"(/organization/imports/[0-9a-f-]+/execution)\".*", "$1");
        assertThat(organization.personNamed(newcomer)).isEmpty();
        assertThat(web.post().uri(path).with(user(Company.ROOT)).with(csrf())).hasRedirectedUrl("/organization/people");
        assertThat(organization.personNamed(newcomer)).isPresent();
        assertThat(web.post().uri(path).with(user(Company.ROOT)).with(csrf())).hasStatus(404);
    }

    private MvcTestResult send(boolean dryRun, byte[] content) {
        return web.post()
                .uri("/api/v1/organization/imports?dry_run=" + dryRun)
                .multipart()
                .file(new MockMultipartFile("file", "staff.xlsx", null, content))
                .locale(java.util.Locale.SIMPLIFIED_CHINESE)
                .with(user(Company.ROOT))
                .exchange();
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 60; megabyte++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
