package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.database.Keys;

/** Lists of tasks and cases as files, and lists that are kept under a name. */
@CompanyTest
class ExportApiTests {

    private static final String FORMULA = "=cmd|' /C calc'!A0 ";

    @Autowired
    MockMvcTester web;

    private Api api;
    private String title;
    private String number;

    @BeforeEach
    void aClaimWithAFormulaForATitle() {
        api = new Api(web);
        title = FORMULA + Keys.next();
        number = api.post(
                        Company.STAFF1,
                        "/api/v1/cases",
                        Map.of("process", "expense-claim", "title", title, "form", api.form(Company.STAFF1, 87)))
                .isFine(201)
                .text("/number");
    }

    @Test
    void everybodyTakesAwayWhatTheyMaySeeAndNothingElse() {
        assertThat(csv(Company.STAFF1, "/cases.csv?mine=true")).contains(number);
        assertThat(csv(Company.HEAD1, "/api/v1/cases.csv?process=expense-claim"))
                .contains(number);
        assertThat(csv(Company.STAFF2, "/cases.csv")).doesNotContain(number);
        assertThat(csv(Company.HEAD1, "/inbox.csv")).contains(number);
        assertThat(csv(Company.STAFF1, "/inbox.csv?box=started")).contains(number, "87");
        assertThat(csv(Company.STAFF2, "/api/v1/tasks.csv?box=started")).doesNotContain(number);
    }

    @Test
    void aFileHasTheFiltersOfItsList() {
        assertThat(csv(Company.STAFF1, "/cases.csv?status=completed")).doesNotContain(number);
        assertThat(csv(Company.STAFF1, "/cases.csv?from=2999-01-01")).doesNotContain(number);
        assertThat(csv(Company.STAFF1, "/cases.csv?until=2999-01-01&status=running&mine=true"))
                .contains(number);
    }

    @Test
    void nothingThatPeopleTypedBecomesAFormula() throws IOException {
        assertThat(csv(Company.STAFF1, "/cases.csv?mine=true")).contains("'" + title);
        var cell = workbook("/cases.xlsx?mine=true").stream()
                .filter(row -> row.getCellText(0).equals(number))
                .findFirst()
                .orElseThrow()
                .getCell(1);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getText()).isEqualTo(title);
        assertThat(cell.getFormula()).isNull();
    }

    @Test
    void aWorkbookIsWrittenInTheReadersLanguageWithNumbersAsNumbers() throws IOException {
        var rows = workbook("/inbox.xlsx?box=started");
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("编号");
        assertThat(rows.stream()
                        .filter(row -> row.getCellText(0).equals(number))
                        .map(row -> row.getCell(8).getType()))
                .contains(CellType.NUMBER);
        var english = api.send(
                HttpMethod.GET,
                Company.STAFF1,
                "/cases.csv?mine=true",
                null,
                MediaType.ALL,
                Map.of("Accept-Language", "en"));
        assertThat(english.body()).contains("Number,Title,Process").contains(",Running,");
    }

    @Test
    void otherFilesAreNotThere() {
        assertThat(web.get().uri("/cases.exe").with(user(Company.STAFF1))).hasStatus(404);
        api.get(Company.STAFF1, "/api/v1/tasks.csv?box=moon").isProblem(422, "/box");
    }

    @Test
    void aListIsKeptUnderANameOfOnesOwn() {
        var name = "本月 " + Keys.next().toString().substring(24);
        var kept = api.post(
                        Company.STAFF1,
                        "/api/v1/views",
                        Map.of("name", name, "status", "running", "mine", true, "from", "2026-11-01"))
                .isFine(201);
        assertThat(kept.text("/href")).isEqualTo("/cases?status=running&mine=true&from=2026-11-01");
        assertThat(page(Company.STAFF1, kept.text("/href"))).contains(name, number);
        assertThat(page(Company.STAFF2, kept.text("/href")))
                .doesNotContain(name)
                .doesNotContain(number);
        var again = api.post(Company.STAFF1, "/api/v1/views", Map.of("name", name, "status", "completed"))
                .isFine(201);
        assertThat(again.text("/id")).isEqualTo(kept.text("/id"));
        var place = "/api/v1/views/" + kept.text("/id");
        api.send(HttpMethod.DELETE, Company.STAFF2, place, null, MediaType.APPLICATION_JSON, Map.of())
                .isProblem(404);
        api.send(HttpMethod.DELETE, Company.STAFF1, place, null, MediaType.APPLICATION_JSON, Map.of())
                .isFine(204);
        assertThat(api.get(Company.STAFF1, "/api/v1/views").isFine(200).body()).doesNotContain(name);
    }

    @Test
    void aViewThatSaysNonsenseIsRefusedByItsField() {
        api.post(Company.STAFF1, "/api/v1/views", Map.of("status", "running")).isProblem(422, "/name");
        api.post(Company.STAFF1, "/api/v1/views", Map.of("name", "x", "status", "moon"))
                .isProblem(422, "/status");
        api.post(Company.STAFF1, "/api/v1/views", Map.of("name", "x", "from", "gestern"))
                .isProblem(422, "/from");
    }

    private String page(String who, String path) {
        return api.get(who, path).isFine(200).body();
    }

    private String csv(String who, String path) {
        return api.get(who, path).isFine(200).body();
    }

    private List<Row> workbook(String path) throws IOException {
        var answer = web.get().uri(path).with(user(Company.STAFF1)).exchange().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }
}
