package zhangfa.rulebook.load;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.process.Processes;
import zhangfa.rulebook.export.RulebookFolder;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.source.SourceFile;
import zhangfa.rulebook.source.Sources;

/** What was loaded from a folder is given back as the same folder, and that folder can be loaded again. */
@CompanyTest
class RoundTripTests {

    private static final String PROCESS = "document-loan";
    private static final String MODEL = "internal-management/administration/document-loan/process.bpmn";

    @Autowired
    MockMvcTester web;

    @Autowired
    RulebookLoader loader;

    @Autowired
    RulebookFolder folder;

    @Autowired
    Practices practices;

    @Autowired
    Processes processes;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @MethodSource("folders")
    void everySectionAndRulebookThatShipsIsGivenBackWordForWord(String path) {
        assertThat(below(path, folder.files())).isEqualTo(below(path, shipped()));
    }

    @Test
    void nothingElseIsGivenBack() {
        assertThat(texts(folder.files())).containsOnlyKeys(texts(shipped()).keySet());
    }

    @Test
    void anEmptyInstallationThatLoadsItHasTheSame() {
        var exported = folder.files();
        var before = practices.all();
        transaction.executeWithoutResult(status -> {
            List.of("rulebook", "practice", "source")
                    .forEach(table ->
                            database.sql("delete from rulebook." + table).update());
            var loaded = loader.load(exported);
            assertThat(loaded.refused()).isEmpty();
            assertThat(practices.all()).isEqualTo(before);
            assertThat(folder.files()).isEqualTo(exported);
            status.setRollbackOnly();
        });
    }

    @Test
    void aProcessThatWasChangedInTheBrowserIsGivenBackAsItRunsNow() {
        var before = processes.source(PROCESS).orElseThrow();
        var model = before.bpmn().replaceFirst("<bpmn:process ", "<!-- drawn anew --><bpmn:process ");
        var form = String.valueOf(before.form()).replaceFirst("文件借阅", "文件借阅单");
        assertThat(model).isNotEqualTo(before.bpmn());
        processes.handIn(new Processes.Draft(model, form, before.guide(), before.articles()), true, null);
        try {
            var now = texts(folder.files());
            assertThat(now).containsEntry(MODEL, model);
            assertThat(now.get(MODEL.replace("process.bpmn", "form.json"))).contains("文件借阅单");
            assertThat(now).hasSameSizeAs(shipped());
        } finally {
            processes.handIn(before, true, null);
        }
    }

    @Test
    void whoeverMayEditDownloadsItAsOneFile() throws IOException {
        assertThat(web.get().uri("/rulebook/folder.zip").with(user(Company.STAFF1)))
                .hasStatus(403);
        var answer = web.get()
                .uri("/rulebook/folder.zip")
                .with(user(Company.DESIGNER1))
                .exchange();
        assertThat(answer).hasStatusOk();
        var read = new LinkedHashMap<String, String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(read).isEqualTo(texts(folder.files()));
    }

    static Stream<String> folders() {
        return shipped().stream()
                .map(file -> file.path().substring(0, file.path().lastIndexOf('/') + 1))
                .distinct();
    }

    private static List<SourceFile> shipped() {
        return new Sources("").matching("**/*");
    }

    private static Map<String, String> below(String path, List<SourceFile> files) {
        return texts(files.stream()
                .filter(file -> file.path().startsWith(path) && file.path().indexOf('/', path.length()) < 0)
                .toList());
    }

    private static Map<String, String> texts(List<SourceFile> files) {
        return files.stream().collect(toMap(SourceFile::path, SourceFile::text));
    }
}
