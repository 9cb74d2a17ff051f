package zhangfa.rulebook.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.identity.Accounts;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Passage.Kind;
import zhangfa.rulebook.structure.Structure;

/** A company's own document on its way to a draft. */
@CompanyTest
class DraftPagesTests {

    private static final String RULES = """
            下载本文档
            仓库管理办法
            第一章 总则
            第一条 为规范出入库，制定本办法。
            第二条 本办法适用于<b>中心仓</b>。
            第二章 盘点
            第三条 每月末盘点一次，由仓管员负责。
            第四条 差异在三日内查明。
            """;

    @Autowired
    MockMvcTester web;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftDesk desk;

    @Autowired
    Accounts accounts;

    private UUID draft = new UUID(0, 0);

    @BeforeEach
    void take() {
        var outline = Structure.of(new Manuscript(RULES.lines().map(Line::of).toList(), false));
        draft = desk.take(outline, "仓库管理办法.txt", "0".repeat(64), root());
    }

    @AfterEach
    void discard() {
        drafts.remove(draft);
    }

    @Test
    void aDocumentBecomesADraftWithItsStructure() {
        var taken = send("考勤制度.txt", "第一条 每日打卡。\n第二条 迟到登记。".getBytes(UTF_8));
        assertThat(taken).hasStatus3xxRedirection();
        var href = String.valueOf(taken.getResponse().getRedirectedUrl());
        assertThat(get(href)).hasStatusOk().bodyText().contains("第一条", "每日打卡", "考勤制度");
        drafts.remove(UUID.fromString(href.substring(href.lastIndexOf('/') + 1)));
    }

    @Test
    void aSlashIsPartOfAFilesNameAndAPathIsNot() {
        var named = send("2026/27年考勤.txt", "第一条 每日打卡。".getBytes(UTF_8));
        var sent = send("C:\\制度\\考勤.txt", "第一条 每日打卡。".getBytes(UTF_8));
        assertThat(drafts.all()).extracting(Draft::fileName).contains("2026/27年考勤.txt", "考勤.txt");
        for (var taken : List.of(named, sent)) {
            var href = String.valueOf(taken.getResponse().getRedirectedUrl());
            drafts.remove(UUID.fromString(href.substring(href.lastIndexOf('/') + 1)));
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInWords() {
        assertThat(send("a.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .hasStatus(422)
                .bodyText()
                .contains("另存为 .docx");
    }

    @Test
    void thePageShowsEveryPassageAndNothingOfItIsMarkup() {
        assertThat(get("/rulebook/drafts/" + draft))
                .hasStatusOk()
                .bodyText()
                .contains("下载本文档", "第二条", "&lt;b>中心仓&lt;/b>")
                .doesNotContain("<b>中心仓");
    }

    @Test
    void aLevelIsRaisedAndLowered() {
        var third = passage("第三条");
        assertThat(post(third, "/level", "to", "raise"))
                .hasStatusOk()
                .bodyText()
                .contains("outline__row--section");
        assertThat(passage("第三条").kind()).isEqualTo(Kind.SECTION);
        assertThat(post(third, "/level", "to", "lower")).bodyText().contains("outline__row--article");
        assertThat(post(third, "/level", "to", "nonsense")).hasStatus(422);
    }

    @Test
    void whatIsRemovedStaysAndComesBack() {
        var second = passage("第二条");
        post(second, "/level", "to", "boilerplate");
        assertThat(passage("第二条").kind()).isEqualTo(Kind.BOILERPLATE);
        post(second, "/level", "to", "article");
        assertThat(passage("第二条")).isEqualTo(second);
    }

    @Test
    void whatBelongsTogetherIsMergedAndPartedAgain() {
        var fourth = passage("第四条");
        assertThat(post(fourth, "/merging")).hasStatusOk().bodyText().contains("hx-swap-oob=\"true\"", "差异在三日内查明");
        var third = passage("第三条");
        var at = Integer.toString(third.text().indexOf("第四条"));
        assertThat(post(third, "/splitting", "number", "第三条", "text", third.text(), "at", at))
                .hasStatusOk();
        assertThat(passage("第四条").text()).isEqualTo("差异在三日内查明。");
        assertThat(numbers()).containsSubsequence("第三条", "第四条");
        assertThat(post(third, "/splitting", "number", "第三条", "text", "甲", "at", "0"))
                .hasStatus(422);
    }

    @Test
    void aPassageIsRewritten() {
        assertThat(post(passage("第四条"), "", "number", "第四条", "title", "差异", "text", "两日内查明。"))
                .hasStatusOk()
                .bodyText()
                .contains("差异", "两日内查明");
        assertThat(post(passage("第四条"), "", "title", "长".repeat(201))).hasStatus(422);
    }

    @Test
    void aDraftIsKeptUnderItsName() {
        assertThat(keep("仓库管理办法（2027）")).hasStatus3xxRedirection();
        assertThat(drafts.find(draft))
                .get()
                .returns("仓库管理办法（2027）", Draft::title)
                .returns(false, Draft::isProposed);
        assertThat(keep(" ")).hasStatus(422).bodyText().contains("请填写制度名称");
    }

    @Test
    void theCheckUpNamesWhatIsMissingOnScreenAndPaper() {
        var path = "/rulebook/drafts/" + draft + "/checkup";
        assertThat(get(path)).hasStatusOk().bodyText().contains("没有写明由谁负责", "每月末", "第四条");
        assertThat(get(path + "/print")).hasStatusOk().bodyText().contains("制度体检", "仓库管理办法");
    }

    @Test
    void whatShipsAndIsAskedForIsOffered() {
        desk.write(draft, passage("第四条").id(), "第四条", "", "盘点产生的费用按规定报销。");
        assertThat(get("/rulebook/drafts/" + draft + "/checkup"))
                .bodyText()
                .contains("/rulebook/articles/B.6.1.2", "费用报销");
    }

    @Test
    void aDraftWithoutArticlesIsNotKept() {
        drafts.passages(draft).forEach(passage -> drafts.put(draft, passage.as(Kind.BOILERPLATE)));
        assertThat(keep("空")).hasStatus(422).bodyText().contains("还没有一条条款");
    }

    @Test
    void nobodyElseCorrectsADraft() {
        var path = "/rulebook/drafts/" + draft;
        assertThat(web.get().uri(path).with(user(Company.STAFF1)).exchange()).hasStatus(403);
        assertThat(web.post()
                        .uri(path + "/passages/" + passage("第三条").id() + "/merging")
                        .with(user(Company.STAFF1))
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
    }

    private UUID root() {
        return accounts.named(Company.ROOT).orElseThrow().id();
    }

    private DraftPassage passage(String number) {
        return drafts.passages(draft).stream()
                .filter(passage -> passage.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<String> numbers() {
        return drafts.passages(draft).stream().map(DraftPassage::number).toList();
    }

    private MvcTestResult get(String uri) {
        return web.get()
                .uri(uri)
                .header("Accept-Language", "zh-CN")
                .with(user(Company.ROOT))
                .exchange();
    }

    private MvcTestResult send(String name, byte[] content) {
        return web.post()
                .uri("/rulebook/drafts")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .header("Accept-Language", "zh-CN")
                .with(user(Company.ROOT))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult keep(String title) {
        return web.post()
                .uri("/rulebook/drafts/" + draft)
                .param("title", title)
                .header("Accept-Language", "zh-CN")
                .with(user(Company.ROOT))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(DraftPassage passage, String what, String... parameters) {
        var request = web.post()
                .uri("/rulebook/drafts/" + draft + "/passages/" + passage.id() + what)
                .with(user(Company.ROOT))
                .with(csrf());
        for (var at = 0; at < parameters.length; at += 2) {
            request = request.param(parameters[at], parameters[at + 1]);
        }
        return request.exchange();
    }
}
