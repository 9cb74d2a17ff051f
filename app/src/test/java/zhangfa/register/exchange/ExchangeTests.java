package zhangfa.register.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.identity.Accounts;
import zhangfa.register.entry.ContractRegister;
import zhangfa.register.schema.RegisterDesk;

/** Records from files and into files. */
@CompanyTest
class ExchangeTests {

    @Autowired
    RegisterDesk makers;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester web;

    private String key = "";

    @BeforeEach
    void make() {
        var designer = accounts.named(Company.DESIGNER1).orElseThrow();
        key = makers.make(ContractRegister.form(0, List.of(), List.of()), designer.id())
                .key();
    }

    @AfterEach
    void remove() {
        ContractRegister.drop(database, key);
    }

    @Test
    void aFileIsTriedFirstAndThenTakenInWhollyOrNotAtAll() {
        var wrong = send("合同名称,金额,备注外的列\n甲合同,100,x\n甲合同,多少,y\n");
        assertThat(wrong).hasStatusOk().bodyText().contains("文件里有两行相同", "请填写数字", "备注外的列");
        assertThat(count()).isZero();
        var fine = send("合同名称,金额,状态\n甲合同,100,完成\n\"乙,合同\",\"1,200.5\",\n");
        assertThat(fine).hasStatusOk().bodyText().contains("将登记 2 条");
        assertThat(count()).isZero();
        var body = fine.getResponse();
        var path = path(body);
        assertThat(post(path)).hasStatus3xxRedirection();
        assertThat(count()).isEqualTo(2);
        assertThat(post(path)).hasStatus(404);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void whatGoesOutIsHarmlessInASpreadsheetAndComesInAgain() throws Exception {
        var formula = "合同名称,金额\n\"=HYPERLINK(\"\"http://x\"\")\",5\n";
        post(path(send(formula).getResponse()));
        var file = exported();
        assertThat(file).contains("'=HYPERLINK");
        database.sql("delete from register.r_" + key).update();
        var trial = send(file);
        assertThat(trial).hasStatusOk().bodyText().contains("将登记 1 条");
        post(path(trial.getResponse()));
        assertThat(database.sql("select he_tong_ming_cheng from fact.register_" + key)
                        .query(String.class)
                        .single())
                .isEqualTo("=HYPERLINK(\"http://x\")");
    }

    private String exported() throws Exception {
        var result = web.get()
                .uri("/registers/" + key + "/records.csv")
                .header("Accept-Language", "zh-CN")
                .with(user(Company.STAFF1))
                .exchange();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcTestResult send(String csv) {
        return web.post()
                .uri("/registers/" + key + "/import")
                .multipart()
                .file(new MockMultipartFile("file", "合同.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .header("Accept-Language", "zh-CN")
                .with(user(Company.STAFF1))
                .with(csrf())
                .exchange();
    }

    private String path(MockHttpServletResponse response) {
        try {
            var found = Pattern.compile("action=\"(/registers/[a-z0-9_]+/import/[0-9a-f-]+)\"")
                    .matcher(response.getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group(1);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult post(String path) {
        return web.post().uri(path).with(user(Company.STAFF1)).with(csrf()).exchange();
    }

    private long count() {
        return database.sql("select count(*) from register.r_" + key)
                .query(Long.class)
                .single();
    }
}
