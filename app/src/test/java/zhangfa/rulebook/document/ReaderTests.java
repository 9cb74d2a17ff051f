package zhangfa.rulebook.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.rulebook.document.Unreadable.Reason;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Manuscript.Role;
import zhangfa.rulebook.structure.Structure;

/** Documents as people send them, and as people who mean harm do. */
class ReaderTests {

    private static final String LEVELS = """
            <w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1章"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
            </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            """;

    @Test
    void theNumbersThatWordCountsAreRead() throws Unreadable {
        var file = WordFile.of("印章管理办法")
                .numbered(0, "总则")
                .numbered(1, "印章由行政部保管。")
                .numbered(1, "用印须登记。")
                .numbered(0, "附则")
                .numbered(1, "自发布之日起施行。")
                .part("word/numbering.xml", "numbering", LEVELS);
        assertThat(texts(read(file)))
                .containsExactly("印章管理办法", "第一章 总则", "1.1 印章由行政部保管。", "1.2 用印须登记。", "第二章 附则", "2.1 自发布之日起施行。");
    }

    @Test
    void tablesPicturesAndChangesAreReadAsTheyStandOnPaper() throws Unreadable {
        var file = WordFile.of("第一条 标准")
                .add(
                        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>住宿</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>300</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
                .add(
                        "<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>")
                .add("<w:p><w:r><w:drawing><a:blip xmlns:a=\"urn:a\"/></w:drawing><w:t>图一</w:t></w:r></w:p>")
                .part("word/header1.xml", "hdr", "<w:p><w:r><w:t>内部文件</w:t></w:r></w:p>");
        var lines = read(file).lines();
        assertThat(lines)
                .extracting(Line::role)
                .containsExactly(Role.MARGIN, Role.TEXT, Role.ROW, Role.TEXT, Role.TEXT);
        assertThat(lines).extracting(Line::text).containsExactly("内部文件", "第一条 标准", "住宿 | 300", "新增", "\uFFFC图一");
    }

    @Test
    void aTableOfOneColumnIsAFrameAndItsHeadingsAreHeadings() throws Unreadable {
        var file = new WordFile()
                .add(
                        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>第一条 甲</w:t></w:r></w:p><w:p><w:r><w:t>第二条 乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
        assertThat(Structure.of(read(file)).headings()).hasSize(2);
    }

    @Test
    void stylesSayWhatAHeadingIs() throws Unreadable {
        var file = new WordFile()
                .add("<w:p><w:pPr><w:pStyle w:val=\"my\"/></w:pPr><w:r><w:t>考勤</w:t></w:r></w:p>")
                .part(
                        "word/styles.xml",
                        "styles",
                        "<w:style w:styleId=\"h2\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
                                + "<w:style w:styleId=\"my\"><w:basedOn w:val=\"h2\"/></w:style>");
        assertThat(read(file).lines()).singleElement().extracting(Line::outline).isEqualTo(2);
    }

    @Test
    void aPdfOfTwoHundredPagesIsReadWithItsPageNumbersSetAside() throws Unreadable {
        var pages = IntStream.rangeClosed(1, 200)
                .mapToObj(page ->
                        List.of("星河公司管理制度汇编", "第%d条 第%d号设备由专人保养。".formatted(page, page), "- %d -".formatted(page)))
                .toList();
        var outline = Structure.of(Reader.read(PdfFile.of(pages), "a.pdf"));
        assertThat(outline.headings()).hasSize(200);
        assertThat(outline.headings().get(122).number()).isEqualTo("第123条");
        assertThat(outline.headings().get(122).text()).isEqualTo("第123号设备由专人保养。");
    }

    @Test
    void aWebPageIsReadAsItIsSeen() throws Unreadable {
        var page = "<html><head><title>x</title></head><body><script>alert('第九条')</script><h1>值班制度</h1><h2>第一条 时间</h2>"
                + "<p>每日<b>八</b>点。</p><table><tr><td>早班</td><td>8:00</td></tr></table><ol><li>到岗</li><li>签字</li></ol></body></html>";
        assertThat(texts(Reader.read(page.getBytes(UTF_8), "a.html")))
                .containsExactly("值班制度", "第一条 时间", "每日八点。", "早班 | 8:00", "1. 到岗", "2. 签字");
    }

    @Test
    void markdownKeepsItsHeadingsAndNumbers() throws Unreadable {
        var lines = Reader.read("# 食堂制度\n\n## 一、采购\n\n1. 每日验收\n2. 索证<b>索票</b>\n".getBytes(UTF_8), "a.md")
                .lines();
        assertThat(lines).extracting(Line::text).containsExactly("食堂制度", "一、采购", "1. 每日验收", "2. 索证<b>索票</b>");
        assertThat(lines).extracting(Line::outline).containsExactly(1, 2, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "Big5"})
    void plainTextIsReadInEveryCharacterSetOfChinese(String charset) throws Unreadable {
        var text = "第一條 本公司員工應於上班前打卡。\n第二條 遲到三次以上者依規定辦理。";
        assertThat(texts(Reader.read(text.getBytes(Charset.forName(charset)), "a.txt")))
                .containsExactly(text.split("\n"));
    }

    @Test
    void aZipBombIsRefused() {
        var bomb = WordFile.of("第一条").raw("word/media/x.xml", " ".repeat(70_000_000));
        assertReason(bomb.bytes(), "a.docx", Reason.TOO_LARGE);
    }

    @Test
    void entitiesAreRefused() {
        var file = new WordFile()
                .raw(
                        "word/document.xml",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d xmlns:w=\"u\"><w:p><w:r><w:t>&x;</w:t></w:r></w:p></d>");
        assertReason(file.bytes(), "a.docx", Reason.ENTITIES);
    }

    @Test
    void aPathThatLeavesTheFolderIsNeverWritten() throws Unreadable {
        var file = WordFile.of("第一条 甲").raw("../../../tmp/zhangfa-escaped", "x");
        assertThat(texts(read(file))).containsExactly("第一条 甲");
        assertThat(Path.of("/tmp/zhangfa-escaped")).doesNotExist();
    }

    @Test
    void whatIsNoDocumentIsNamed() throws IOException {
        assertReason(
                new WordFile()
                        .raw("xl/workbook.xml", "<x/>")
                        .raw("word/document.xml", "<")
                        .bytes(),
                "a.docx",
                Reason.DAMAGED);
        assertReason(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "a.doc", Reason.OLD_WORD);
        assertReason(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, "a.txt", Reason.KIND);
        assertReason("%PDF-1.4 nonsense".getBytes(UTF_8), "a.pdf", Reason.DAMAGED);
        assertReason(" \n ".getBytes(UTF_8), "a.txt", Reason.EMPTY);
        assertReason(PdfFile.of(List.of(List.of())), "a.pdf", Reason.SCANNED);
        assertReason(locked(), "a.pdf", Reason.ENCRYPTED);
    }

    private static byte[] locked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static Manuscript read(WordFile file) throws Unreadable {
        return Reader.read(file.bytes(), "a.docx");
    }

    private static List<String> texts(Manuscript manuscript) {
        return manuscript.lines().stream().map(Line::text).toList();
    }

    private static void assertReason(byte[] content, String name, Reason reason) {
        assertThatThrownBy(() -> Reader.read(content, name))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
