package zhangfa.rulebook.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zhangfa.rulebook.difference.Change.Kind;
import zhangfa.rulebook.regulation.Charge;
import zhangfa.rulebook.regulation.Level;
import zhangfa.rulebook.regulation.Matching;
import zhangfa.rulebook.regulation.Provision;

/** What a reader is told of the changes between two versions. */
class DifferenceTests {

    private final Provision first = article(1, "第一条", "每日打卡。");
    private final Provision second = article(2, "第二条", "迟到应在三日内说明。");
    private final Provision third = article(3, "第三条", "全勤有奖。");

    @Test
    void eachProvisionIsToldForItself() {
        var inserted = article(9, "第二条", "外勤免打卡。");
        var difference = Difference.between(
                List.of(first, second, third),
                List.of(first, inserted, with(second, "第三条", "迟到应在两日内说明。"), with(third, "第四条", third.text())));
        assertThat(difference.changes())
                .extracting(Change::kind)
                .containsExactly(Kind.SAME, Kind.ADDED, Kind.CHANGED, Kind.RENUMBERED);
        assertThat(difference.real()).hasSize(3);
    }

    @Test
    void whatIsGoneStandsWhereItStood() {
        assertThat(Difference.between(List.of(first, second, third), List.of(first, third))
                        .changes())
                .extracting(Change::kind)
                .containsExactly(Kind.SAME, Kind.REMOVED, Kind.SAME);
        assertThat(Difference.between(List.of(first, second, third), List.of(third))
                        .changes())
                .extracting(Change::kind)
                .containsExactly(Kind.REMOVED, Kind.REMOVED, Kind.SAME);
    }

    @Test
    void aSwapOfTwoArticlesLosesNone() {
        assertThat(Difference.between(List.of(first, second, third), List.of(third, second, first))
                        .changes())
                .hasSize(3)
                .allMatch(change -> change.kind() == Kind.SAME);
    }

    @Test
    void wordsAreMarkedAndAllOfThemAreThere() {
        var change = Difference.between(List.of(second), List.of(with(second, "第二条", "迟到应在10日内书面说明。")))
                .changes()
                .getFirst();
        assertThat(joined(change, Piece.Kind.ADDED)).isEqualTo(second.text());
        assertThat(joined(change, Piece.Kind.REMOVED)).isEqualTo("迟到应在10日内书面说明。");
        assertThat(change.pieces())
                .contains(
                        new Piece(Piece.Kind.REMOVED, "三"),
                        new Piece(Piece.Kind.ADDED, "10"),
                        new Piece(Piece.Kind.ADDED, "书面"));
    }

    @Test
    void aDutyIsPartOfWhatAnArticleSays() {
        var charged = new Provision(
                first.id(),
                first.place(),
                first.level(),
                first.number(),
                first.title(),
                first.text(),
                List.of(new Charge("人事专员", "核对打卡", "每月末", "考勤表")),
                0);
        assertThat(Difference.between(List.of(first), List.of(charged))
                        .changes()
                        .getFirst()
                        .asksToBeRead())
                .isTrue();
    }

    @Test
    void aDocumentThatIsReadAnewIsMatchedByItsWordsThenTitlesThenNumbers() {
        var again = List.of(
                article(11, "第一条", "每日打卡。"),
                article(12, "第二条", "全勤有奖。"),
                article(13, "第三条", "新的一条。"),
                article(14, "第四条", "又一条。"));
        assertThat(Matching.of(again, List.of(first, second, third)))
                .extracting(Provision::id)
                .containsExactly(
                        first.id(), third.id(), again.get(2).id(), again.get(3).id());
    }

    @Test
    void twoThousandProvisionsAreCompared() {
        var before = IntStream.range(0, 2_000)
                .mapToObj(at -> article(at, "第" + at + "条", "正文" + at))
                .toList();
        var now = before.reversed();
        assertThat(Difference.between(before, now).changes()).hasSize(2_000);
        assertThat(Matching.of(now, before)).isEqualTo(now);
    }

    /** The text without the pieces of a kind. */
    private static String joined(Change change, Piece.Kind without) {
        return String.join(
                "",
                change.pieces().stream()
                        .filter(piece -> piece.kind() != without)
                        .map(Piece::text)
                        .toList());
    }

    private static Provision article(int id, String number, String text) {
        return new Provision(new UUID(0, id), BigDecimal.valueOf(id), Level.ARTICLE, number, "", text, List.of(), 0);
    }

    private static Provision with(Provision provision, String number, String text) {
        return new Provision(
                provision.id(),
                provision.place(),
                provision.level(),
                number,
                provision.title(),
                text,
                provision.duties(),
                0);
    }
}
