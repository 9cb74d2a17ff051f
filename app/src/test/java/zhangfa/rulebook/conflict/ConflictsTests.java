package zhangfa.rulebook.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import zhangfa.rulebook.comparison.Echo;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Head;
import zhangfa.rulebook.regulation.Level;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.rulebook.regulation.Rank;
import zhangfa.rulebook.regulation.Scope;

/** Two rules speak of the same thing: which of them holds. */
class ConflictsTests {

    private static final UUID SOMEBODY = new UUID(1, 1);
    private static final UUID SOMEBODY_ELSE = new UUID(1, 2);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);

    @Test
    void theHigherRankHoldsHoweverOldItIs() {
        var basic = ruled("基本制度", Rank.BASIC, SPRING, SOMEBODY, "员工报销差旅费用应当在三十日内提交。");
        var detail = ruled("报销细则", Rank.DETAIL, AUTUMN, SOMEBODY, "员工报销差旅费用应当在十五日内提交。");
        assertThat(Conflicts.between(List.of(detail, basic))).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Echo.Kind.NUMBERS);
            assertThat(conflict.decided()).isTrue();
            assertThat(conflict.first().edition()).isEqualTo(basic.edition());
            assertThat(conflict.first().name()).isEqualTo("《基本制度》第一条");
            assertThat(conflict.second().said()).contains("十五日");
        });
    }

    @Test
    void ofTheSameRankTheLaterHolds() {
        var old = ruled("差旅办法", Rank.SPECIAL, SPRING, SOMEBODY, "出差住宿不得超过每晚三百元的标准。");
        var young = ruled("住宿办法", Rank.SPECIAL, AUTUMN, SOMEBODY, "出差住宿不得超过每晚四百元的标准。");
        assertThat(Conflicts.between(List.of(old, young)))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.first().edition()).isEqualTo(young.edition()));
    }

    @Test
    void ofTheSameRankAndDaySomebodyHasToDecide() {
        var one = ruled("甲办法", Rank.SPECIAL, SPRING, SOMEBODY, "会议室使用应当提前两天申请登记。");
        var other = ruled("乙办法", Rank.SPECIAL, SPRING, SOMEBODY, "会议室使用应当提前三天申请登记。");
        assertThat(Conflicts.between(List.of(one, other)))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.decided()).isFalse());
    }

    @Test
    void rulesForDifferentPeopleContradictNothing() {
        var one = ruled("甲办法", Rank.SPECIAL, SPRING, SOMEBODY, "会议室使用应当提前两天申请登记。");
        var other = ruled("乙办法", Rank.SPECIAL, SPRING, SOMEBODY_ELSE, "会议室使用应当提前三天申请登记。");
        assertThat(Conflicts.between(List.of(one, other))).isEmpty();
    }

    @Test
    void whatAgreesAndWhatContradictsItselfIsNoConflictBetweenRegulations() {
        var one = ruled("甲办法", Rank.SPECIAL, SPRING, SOMEBODY, "会议室使用应当提前两天申请登记。", "会议室使用应当提前三天申请登记。");
        var other = ruled("乙办法", Rank.SPECIAL, AUTUMN, SOMEBODY, "办公用品每月集中领用一次并且签字。");
        assertThat(Conflicts.between(List.of(one, other))).isEmpty();
    }

    private static Ruled ruled(String title, Rank rank, LocalDate from, UUID binds, String... articles) {
        var head = new Head(title, rank, Scope.EVERYONE, "manager", "", from);
        var edition = new Edition(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                head,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                Edition.Standing.IN_FORCE);
        return new Ruled(
                edition, List.of(articles).stream().map(ConflictsTests::article).toList(), Set.of(binds));
    }

    private static Provision article(String text) {
        return new Provision(UUID.randomUUID(), BigDecimal.ONE, Level.ARTICLE, "第一条", "", text, List.of(), 0);
    }
}
