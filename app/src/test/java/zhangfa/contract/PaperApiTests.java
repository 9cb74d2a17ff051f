package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** A case as a PDF, and whether somebody who holds it can trust it. */
@CompanyTest
class PaperApiTests {

    private static final Pattern PROOF = Pattern.compile("/papers/([0-9a-f]{32})");

    @Autowired
    MockMvcTester web;

    private Api api;
    private String id;

    @BeforeEach
    void aClaimWithAnOpinion() {
        api = new Api(web);
        id = api.claim(Company.STAFF1, 128.5);
        api.does(Company.HEAD1, id, "approve", Map.of("comment", "同意，注意控制费用 🚄"))
                .isFine(200);
    }

    @Test
    void itSaysWhatWasAskedAndWhoSaidWhat() throws IOException {
        assertThat(text(Company.STAFF1).replaceAll("\\s", ""))
                .contains("上海出差", "高铁", "128.50", "同意，注意控制费用□", "周文博", "具有法律效力的电子签名", "第1页");
    }

    @Test
    void whoMayNotSeeTheCaseGetsNoPaper() {
        assertThat(web.get().uri("/cases/" + id + "/pdf").with(user(Company.STAFF3)))
                .hasStatus(404);
    }

    @Test
    void whoeverHoldsItSeesWithoutAnAccountThatItIsGenuine() throws IOException {
        var code = code(text(Company.STAFF1));
        var number = api.caseOf(id).get("number").asString();
        assertThat(check(code)).contains("由本系统出具，记录未被改动", number, "上海出差").doesNotContain("周文博", "128.50", "新的进展");
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        assertThat(check(code)).contains("由本系统出具，记录未被改动", "新的进展").doesNotContain("唐思源");
    }

    @Test
    void aCodeThatWasNeverIssuedSaysNothing() {
        assertThat(check("0".repeat(32))).contains("没有出具过这样的文件").doesNotContain("上海出差");
        assertThat(check("x")).contains("没有出具过这样的文件");
    }

    @Test
    void theSealIsAnImageThatAdministratorsPutIn() throws IOException {
        assertThat(put(Company.STAFF1, png(40))).isEqualTo(403);
        assertThat(put(Company.ROOT, "nothing".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(422);
        assertThat(put(Company.ROOT, png(3_000))).isEqualTo(422);
        assertThat(put(Company.ROOT, png(40))).isEqualTo(302);
        try (var sealed = pdf(Company.STAFF1)) {
            assertThat(sealed.getPage(sealed.getNumberOfPages() - 1)
                            .getResources()
                            .getXObjectNames())
                    .hasSize(1);
            assertThat(new PDFRenderer(sealed).renderImage(0).getWidth()).isPositive();
        }
        assertThat(web.post()
                        .uri("/administration/seal/removal")
                        .with(user(Company.ROOT))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(web.get().uri("/administration/seal/image").with(user(Company.ROOT)))
                .hasStatus(404);
    }

    private int put(String who, byte[] image) {
        return web.post()
                .uri("/administration/seal")
                .multipart()
                .file(new MockMultipartFile("file", "seal.png", "image/png", image))
                .with(user(who))
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static byte[] png(int side) throws IOException {
        var output = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB), "png", output);
        return output.toByteArray();
    }

    private String check(String code) {
        return Api.answer(web.get().uri("/papers/" + code).exchange())
                .isFine(200)
                .body();
    }

    private PDDocument pdf(String who) throws IOException {
        var answer =
                web.get().uri("/api/v1/cases/" + id + "/pdf").with(user(who)).exchange();
        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        return Loader.loadPDF(answer.getResponse().getContentAsByteArray());
    }

    private String text(String who) throws IOException {
        try (var pdf = pdf(who)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String code(String text) {
        var found = PROOF.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
