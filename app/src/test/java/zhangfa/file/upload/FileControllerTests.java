package zhangfa.file.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.database.Keys;

@CompanyTest
class FileControllerTests {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(UTF_8);

    @Autowired
    MockMvcTester web;

    @Test
    void anUploadIsAnsweredWithWhatWasKept() {
        var answer = upload("file", "../发票 1.pdf", PDF);
        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.name").isEqualTo("发票 1.pdf");
        assertThat(answer).bodyJson().extractingPath("$.media_type").isEqualTo("application/pdf");
        assertThat(answer).bodyJson().extractingPath("$.size").isEqualTo(PDF.length);
        assertThat(answer).bodyJson().extractingPath("$.sha256").asString().matches("[0-9a-f]{64}");
    }

    @Test
    void pagesUploadTheSameWay() {
        assertThat(web.post()
                        .uri("/files")
                        .multipart()
                        .file("file", PDF)
                        .with(user(Company.STAFF1))
                        .with(csrf()))
                .hasStatus(201);
    }

    @Test
    void aMissingOrEmptyPartIsNamed() {
        for (var answer : List.of(upload("other", "a.pdf", PDF), upload("file", "a.pdf", new byte[0]))) {
            assertThat(answer).hasStatus(422);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/file");
        }
    }

    @Test
    void whatIsNotMultipartOrNotAcceptedIsUnsupported() {
        assertThat(upload("file", "invoice.pdf", "<html><body>".getBytes(UTF_8)))
                .hasStatus(415);
        assertThat(web.post()
                        .uri("/api/v1/files")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(user(Company.STAFF1))
                        .with(csrf()))
                .hasStatus(415);
    }

    @Test
    void aPdfIsShownInPlaceAndAnythingElseIsSaved() throws UnsupportedEncodingException {
        var pdf = download(id(upload("file", "发票.pdf", PDF)), Company.STAFF1);
        assertThat(pdf).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(pdf).headers().hasValue("X-Content-Type-Options", "nosniff");
        assertThat(pdf.getResponse().getHeader("Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''%E5%8F%91%E7%A5%A8.pdf");
        assertThat(pdf.getResponse().getContentAsByteArray()).isEqualTo(PDF);

        var text = download(id(upload("file", "note.txt", "hello".getBytes(UTF_8))), Company.STAFF1);
        assertThat(text.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(text.getResponse().getHeader("Content-Security-Policy")).startsWith("sandbox;");
    }

    @Test
    void aFileOfSomebodyElseIsNotThere() throws UnsupportedEncodingException {
        var id = id(upload("file", "a.pdf", PDF));
        assertThat(download(id, Company.STAFF2)).hasStatus(404);
        assertThat(download(Keys.next(), Company.STAFF1)).hasStatus(404);
        assertThat(web.get().uri("/api/v1/files/not-an-id").with(user(Company.STAFF1)))
                .hasStatus(404);
    }

    private MvcTestResult upload(String part, String name, byte[] content) {
        return web.post()
                .uri("/api/v1/files")
                .multipart()
                .file(new MockMultipartFile(part, name, "application/x-lie", content))
                .with(user(Company.STAFF1))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult download(UUID id, String username) {
        return web.get().uri("/api/v1/files/{id}", id).with(user(username)).exchange();
    }

    private static UUID id(MvcTestResult upload) throws UnsupportedEncodingException {
        return UUID.fromString(JsonPath.read(upload.getResponse().getContentAsString(UTF_8), "$.id"));
    }
}
