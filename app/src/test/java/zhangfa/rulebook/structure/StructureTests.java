package zhangfa.rulebook.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Manuscript.Role;
import zhangfa.rulebook.structure.Passage.Kind;

/** Ways in which companies number their rules, and what becomes of them. */
class StructureTests {

    private static final List<String> WHO = List.of("仓管员", "采购员", "质检员", "调度员");

    @Test
    void chaptersSectionsAndArticlesOfALaw() {
        var outline = read("""
                车辆管理办法
                第一章 总则
                第一条 为了节约用车费用，制定本办法。
                第二条 本办法适用于公司全部车辆。
                第二章 用车
                第一节 申请
                第三条 用车人提前一天提出申请，按照第二条和第五条办理。
                第四条 违反本办法的，按照
                第三条规定处理。
                第二节 归还
                第五条 当日归还。
                """);
        assertThat(outline.title()).isEqualTo("车辆管理办法");
        assertThat(headings(outline))
                .containsExactly(
                        "CHAPTER 第一章 总则",
                        "ARTICLE 第一条 ",
                        "ARTICLE 第二条 ",
                        "CHAPTER 第二章 用车",
                        "SECTION 第一节 申请",
                        "ARTICLE 第三条 ",
                        "ARTICLE 第四条 ",
                        "SECTION 第二节 归还",
                        "ARTICLE 第五条 ");
        assertThat(outline.headings().get(6).text()).contains("第三条规定处理");
    }

    @Test
    void theOrderOfOfficialDocumentsInTraditionalCharacters() {
        assertThat(headings(read("""
                        會議室管理規範
                        一、目的
                        為有效運用會議室，訂定本規範。
                        二、借用
                        (一)申請
                        1.於系統登記。
                        2.主管核准。
                        (二)取消
                        1.提前一日通知。
                        """)))
                .containsExactly(
                        "CHAPTER 一、 目的",
                        "CHAPTER 二、 借用",
                        "SECTION (一) 申請",
                        "ARTICLE 1. ",
                        "ARTICLE 2. ",
                        "SECTION (二) 取消",
                        "ARTICLE 1. ");
    }

    @Test
    void decimalsOfStandards() {
        assertThat(headings(read("""
                        1 范围
                        本标准规定仓库的出入库。
                        2 职责
                        2.1 仓管员
                        2.1.1 每日清点，误差不超过 1.5%。
                        2.1.2 每月 3.5 日前报表。
                        2.2 采购
                        2.2.1 按计划采购。
                        """)))
                .containsExactly(
                        "CHAPTER 1 范围",
                        "CHAPTER 2 职责",
                        "SECTION 2.1 仓管员",
                        "ARTICLE 2.1.1 ",
                        "ARTICLE 2.1.2 ",
                        "SECTION 2.2 采购",
                        "ARTICLE 2.2.1 ");
    }

    @Test
    void fullWidthDigitsAndMixedMarks() {
        assertThat(headings(read("""
                        一．适用
                        １．适用于全体员工。
                        ２、外聘人员参照执行。
                        二、工时
                        1．每日八小时。
                        2、弹性一小时。
                        """)))
                .containsExactly(
                        "CHAPTER 一． 适用", "ARTICLE １． ", "ARTICLE ２、 ", "CHAPTER 二、 工时", "ARTICLE 1． ", "ARTICLE 2、 ");
    }

    @Test
    void articlesAloneAreArticles() {
        assertThat(headings(read("""
                        第一条 【目的】为了安全，制定本守则。
                        第二条（着装）进入车间穿工服。
                        第三条 交接班：提前十分钟到岗。
                        """))).containsExactly("ARTICLE 第一条 目的", "ARTICLE 第二条 着装", "ARTICLE 第三条 交接班");
    }

    @Test
    void moreThanAThousandArticlesAreCountedOn() {
        var text = IntStream.rangeClosed(1, 1_100)
                .mapToObj(number -> "第%d条 物品%d由专人保管。".formatted(number, number))
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();
        assertThat(read(text).headings()).hasSize(1_100);
        assertThat(Numerals.read("一千零二十三")).isEqualTo(1023);
        assertThat(Numerals.read("二百零六")).isEqualTo(206);
        assertThat(Numerals.read("一二〇")).isEqualTo(120);
    }

    @Test
    void headingsWithoutNumbersThatTheDocumentCallsHeadings() {
        var lines = List.of(
                Line.heading("客户拜访制度", 1),
                Line.heading("准备", 2),
                Line.of("拜访前查阅客户档案。"),
                Line.heading("记录", 2),
                Line.of("拜访后两日内填写记录。"));
        assertThat(headings(checked(new Manuscript(lines, false))))
                .containsExactly("CHAPTER  客户拜访制度", "ARTICLE  准备", "ARTICLE  记录");
    }

    @Test
    void textThatRunsOnWithoutLinesOfItsOwn() {
        assertThat(headings(read("门店巡检制度一、总则(一)目的为统一门店标准,制定本制度。(二)范围本制度适用于直营门店。二、巡检(一)巡检频率"
                        + "1.区域经理每周巡检一次,覆盖全部门店。2.督导每月抽查三家门店。(二)巡检报告巡检后两日内提交报告。")))
                .containsExactly(
                        "CHAPTER 一、 总则",
                        "ARTICLE (一) 目的",
                        "ARTICLE (二) 范围",
                        "CHAPTER 二、 巡检",
                        "SECTION (一) 巡检频率",
                        "ARTICLE 1. ",
                        "ARTICLE 2. ",
                        "ARTICLE (二) 巡检报告");
    }

    @Test
    void aListInsideAnArticleStaysInItsText() {
        var outline = read("""
                第一条 报销单包括：（1）发票；（2）清单；（3）合同。
                第二条 有下列情形之一的，不予报销：
                （一）发票抬头不符；
                （二）超过期限。
                第三条 其他。
                """);
        assertThat(headings(outline)).containsExactly("ARTICLE 第一条 ", "ARTICLE 第二条 ", "ARTICLE 第三条 ");
        assertThat(outline.headings().get(1).text().lines()).hasSize(3);
    }

    @Test
    void aNumberTypedTwiceOrForgottenStillCounts() {
        assertThat(headings(read("""
                        第一章 总则
                        第一条 甲。
                        第二条 乙。
                        第二条 丙。
                        第四条 丁。
                        第二章 附则
                        第五条 戊。
                        """))).hasSize(7);
    }

    @Test
    void aTableOfContentsIsProposedForRemoval() {
        var outline = read("""
                采购制度
                目  录
                第一章 总则........1
                第二章 询价........3
                第一章 总则
                第一条 采购须询价。
                第二章 询价
                第二条 至少三家。
                """);
        assertThat(headings(outline)).hasSize(4);
        assertThat(removed(outline)).contains("目  录", "询价........3");
    }

    @Test
    void whatADocumentSiteWroteAroundItIsProposedForRemoval() {
        var outline = read("""
                已阅读3页，还剩9页未读
                下载本文档
                第一条 办公室每日清扫。
                第二条 每周检查一次。
                温馨提示
                1. 本站所有资源需要阅读器。
                2. 本站不保证下载资源的准确性。
                """);
        assertThat(headings(outline)).hasSize(2);
        assertThat(removed(outline)).contains("下载本文档", "本站不保证");
    }

    @Test
    void headsAndFeetOfPagesAreProposedAndSentencesGoOn() {
        var lines = IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(page -> Stream.of(
                                "星河公司内部文件",
                                "第%d条 %s应当在每个工作日结束前完成当日全部出入库单据的核".formatted(page, WHO.get(page - 1)),
                                "对并在" + WHO.get(page - 1) + "台账上签字。",
                                "第 %d 页 共 4 页".formatted(page))
                        .map(text -> new Line(text, 0, page, Role.TEXT)))
                .toList();
        var outline = checked(new Manuscript(lines, true));
        assertThat(headings(outline)).hasSize(4);
        assertThat(removed(outline)).contains("星河公司内部文件", "第 2 页 共 4 页");
        assertThat(outline.headings().get(2).text()).endsWith("出入库单据的核对并在质检员台账上签字。");
    }

    @Test
    void charactersWrittenTwiceAreReadOnce() {
        var outline = read("""
                第第一一章章  总总则则
                第一条 正常的一行。
                """);
        assertThat(headings(outline)).containsExactly("CHAPTER 第一章 总则", "ARTICLE 第一条 ");
        assertThat(outline.mended())
                .singleElement()
                .extracting(Outline.Mend::stood)
                .asString()
                .startsWith("第第");
    }

    @Test
    void cellsOfATableAreNoHeadings() {
        var lines = List.of(
                Line.of("第一条 标准如下："),
                new Line("一、 | 住宿 | 300", 0, 0, Role.ROW),
                new Line("二、 | 餐费 | 100", 0, 0, Role.ROW),
                Line.of("第二条 超出部分自理。"));
        assertThat(headings(checked(new Manuscript(lines, false)))).hasSize(2);
    }

    @Test
    void textWithoutAnyStructureIsAForeword() {
        var outline = read("请大家下班关灯。\n谢谢配合，祝工作顺利。");
        assertThat(outline.headings()).isEmpty();
        assertThat(outline.passages()).extracting(Passage::kind).containsOnly(Kind.FOREWORD);
    }

    static Outline read(String text) {
        return checked(new Manuscript(text.lines().map(Line::of).toList(), false));
    }

    /** With the promise that each character stands in exactly one passage. */
    static Outline checked(Manuscript manuscript) {
        var outline = Structure.of(manuscript);
        var read = new StringBuilder();
        outline.mended().forEach(mend -> assertThat(manuscript.text()).contains(mend.stood()));
        var text = outline.mended().stream()
                .reduce(
                        manuscript.text(),
                        (whole, mend) -> whole.replace(mend.stood(), mend.read()),
                        (one, other) -> other);
        outline.passages().stream()
                .flatMap(passage -> passage.ranges().stream())
                .sorted(Comparator.comparingInt(Passage.Range::from))
                .forEach(range -> read.append(text, range.from(), range.to()));
        assertThat(read.toString().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
        return outline;
    }

    static List<String> headings(Outline outline) {
        return outline.headings().stream()
                .map(heading -> heading.kind() + " " + heading.number() + " " + heading.title())
                .toList();
    }

    private static String removed(Outline outline) {
        return String.join(
                "\n",
                outline.passages().stream()
                        .filter(passage -> passage.kind() == Kind.BOILERPLATE)
                        .map(Passage::text)
                        .toList());
    }
}
