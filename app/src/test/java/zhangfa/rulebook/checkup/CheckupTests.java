package zhangfa.rulebook.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.rulebook.checkup.TimeWord.Kind;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.comparison.Echo;

/** What a reader would ask about a company's rules, and what the report says of it. */
class CheckupTests {

    @Test
    void anArticleThatSaysWhoHowMuchAndByWhatLacksNothing() {
        var checkup = of("仓管员每月末盘点一次，填写盘点表。");
        assertThat(Gap.values()).allMatch(gap -> checkup.without(gap).isEmpty());
        assertThat(checkup.complete()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "相关部门应当在三日内提交报告。, OWNER",
        "各部门每周填写周报表。, OWNER",
        "公司每年公示一次考核记录。, OWNER",
        "会计应认真审核报销单据。, NUMBER",
        "由行政部负责于三个工作日内办理。, EVIDENCE"
    })
    void whatAnArticleDoesNotSayIsFound(String text, Gap gap) {
        var checkup = of(text);
        assertThat(Gap.values())
                .filteredOn(each -> !checkup.without(each).isEmpty())
                .containsExactly(gap);
    }

    @Test
    void traditionalCharactersAreReadAlike() {
        var checkup = of("會計應於三日內審核報銷單據，並留存紀錄。");
        assertThat(checkup.without(Gap.OWNER)).isEmpty();
        assertThat(checkup.without(Gap.NUMBER)).isEmpty();
        assertThat(of("定期檢查，並及時處理。").times(Kind.VAGUE))
                .extracting(TimeWord::word)
                .containsExactly("定期", "及時");
    }

    @Test
    void purposeAndScopeOweNobodyAnything() {
        var frame = new Article("1", "第一条 目的", "目的", "为规范管理，特制定本制度。");
        assertThat(Checkup.of(List.of(frame)).without(Gap.OWNER)).isEmpty();
        assertThat(of("本办法自发布之日起施行。").without(Gap.OWNER)).isEmpty();
        assertThat(of("为了节约用车费用，制定本办法。").without(Gap.NUMBER)).isEmpty();
    }

    @Test
    void anArticleWithoutATitleIsCalledByItsFirstWords() {
        var article = article("3", "用车人应当提前一天在系统中提出用车申请并写明事由。");
        assertThat(article.name()).isEqualTo("第3条");
        assertThat(article.excerpt()).isEqualTo("第3条 用车人应当提前一天在系统中提出用车申…");
    }

    @ParameterizedTest
    @CsvSource({
        "每周一召开例会。, CADENCE, 每周",
        "每月末盘点库存。, CADENCE, 每月末",
        "每个工作日打卡。, CADENCE, 每个工作日",
        "收到后3个工作日内答复。, LIMIT, 3个工作日内",
        "提前两天申请。, LIMIT, 提前两天",
        "在规定时间内反馈。, VAGUE, 规定时间内",
        "须提前办理请假手续。, VAGUE, 提前",
        "不定期抽查。, VAGUE, 不定期"
    })
    void wordsOfTimeAreToldApart(String text, Kind kind, String word) {
        assertThat(of(text).times()).singleElement().satisfies(time -> {
            assertThat(time.kind()).isEqualTo(kind);
            assertThat(time.word()).startsWith(word);
        });
    }

    @Test
    void differentNumbersForTheSameThingContradictEachOther() {
        assertThat(kinds("员工出差返回后，应当在五个工作日内提交差旅费报销单据。", "出差人员返回公司后，应当在十个工作日内提交差旅费报销单据。"))
                .containsExactly(Echo.Kind.NUMBERS);
    }

    @ParameterizedTest
    @CsvSource({"报销应在30日内提交。, 报销应在15日内提交。", "报销应在三十日内提交。, 报销须在十五日内提交。", "保证金应退还50%。, 保证金应退还80%。"})
    void shortSentencesThatDifferInANumberAloneContradictEachOther(String one, String other) {
        assertThat(kinds(one, other)).containsExactly(Echo.Kind.NUMBERS);
    }

    @ParameterizedTest
    @CsvSource({"报销应在30日内提交。, 合同应在15日内提交。", "考核权重为30%。, 考核权重为20%。", "每月一次。, 每年一次。", "报销应在30日内提交。, 报销应在30日内提交。"})
    void otherShortSentencesAreNoContradiction(String one, String other) {
        assertThat(kinds(one, other)).isEmpty();
    }

    @Test
    void whatOneArticleAllowsAndAnotherForbidsContradicts() {
        assertThat(kinds("经部门负责人批准，员工可以将公司电脑设备带离办公区域。", "员工不得将公司电脑设备带离办公区域。")).containsExactly(Echo.Kind.COMMANDS);
    }

    @Test
    void twoOwnersOfTheSameThingContradict() {
        assertThat(kinds("公司合同原件由行政部负责统一编号与归档管理。", "公司合同原件由法务专员负责统一编号与归档管理。")).containsExactly(Echo.Kind.OWNERS);
    }

    @Test
    void theSameSentenceAgainIsADuplicate() {
        var twice = "全体人员应当妥善保管门禁卡，遗失后立即报告行政部门。";
        assertThat(kinds(twice, twice)).containsExactly(Echo.Kind.TWICE);
    }

    @Test
    void differentMattersAreNoEcho() {
        assertThat(kinds("员工提前三天提交年休假申请，由部门负责人批准。", "仓库每月末盘点一次，差异在五日内查明原因。")).isEmpty();
    }

    @Test
    void aThousandArticlesAreCheckedAgainstEachOther() {
        var articles = IntStream.range(0, 1_000)
                .mapToObj(at -> article("" + at, "%d号仓库的%s由保管员每月清点，并在台账上签字确认。".formatted(at, goods(at))))
                .toList();
        assertThat(Checkup.of(articles).articles()).hasSize(1_000);
    }

    /** Four characters of their own for each article. */
    private static String goods(int at) {
        return new StringBuilder()
                .append((char) ('一' + at))
                .append((char) ('丐' + 2 * at))
                .append((char) ('倀' + at))
                .append((char) ('刀' + 3 * at))
                .toString();
    }

    private static List<Echo.Kind> kinds(String one, String other) {
        return Checkup.of(List.of(article("1", one), article("2", other))).echoes().stream()
                .map(Echo::kind)
                .toList();
    }

    private static Checkup of(String text) {
        return Checkup.of(List.of(article("1", text)));
    }

    private static Article article(String key, String text) {
        return new Article(key, "第" + key + "条", "", text);
    }
}
