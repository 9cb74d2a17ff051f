package zhangfa.rulebook.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.rulebook.edition.EditionPublished;
import zhangfa.rulebook.regulation.Editions;
import zhangfa.rulebook.regulation.Head;
import zhangfa.rulebook.regulation.Level;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.rulebook.regulation.Provisions;
import zhangfa.rulebook.regulation.Rank;
import zhangfa.rulebook.regulation.Scope;

/** Who is asked to read what, and who has. */
@CompanyTest
class AcknowledgementTests {

    private static final Provision FIRST = article(1, "每日打卡。");
    private static final Provision SECOND = article(2, "迟到说明。");

    @Autowired
    Editions editions;

    @Autowired
    Provisions provisions;

    @Autowired
    Askings askings;

    @Autowired
    AcknowledgementDesk desk;

    @Autowired
    Readership readership;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester web;

    private final UUID regulation = Keys.next();
    private UUID first = new UUID(0, 0);

    @BeforeEach
    void publish() {
        first = published(FIRST, SECOND);
    }

    @AfterEach
    void remove() {
        database.sql("delete from rulebook.regulation where id = ?")
                .param(regulation)
                .update();
    }

    @Test
    void everybodyInScopeIsAskedForTheWholeAndNobodyElse() {
        assertThat(asking(Company.FINANCE1, first).provisions()).containsExactlyInAnyOrder(FIRST.id(), SECOND.id());
        assertThat(askings.find(first, id(Company.STAFF1))).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> desk.acknowledge(first, id(Company.STAFF1)));
    }

    @Test
    void whoKnowsTheVersionBeforeIsAskedOnlyForWhatHasChanged() {
        desk.acknowledge(first, id(Company.FINANCE1));
        var second = published(FIRST, article(2, "迟到须书面说明。"));
        assertThat(asking(Company.FINANCE1, second))
                .returns(List.of(SECOND.id()), Asking::provisions)
                .returns(true, Asking::changesOnly);
        assertThat(asking(Company.FINANCE2, second).provisions()).hasSize(2);
        assertThat(askings.find(first, id(Company.FINANCE2))).isEmpty();
        assertThat(asking(Company.FINANCE1, first).isOpen()).isFalse();
    }

    @Test
    void whereOnlyNumbersHaveChangedNobodyReadsAgain() {
        desk.acknowledge(first, id(Company.FINANCE1));
        var renumbered =
                new Provision(SECOND.id(), SECOND.place(), SECOND.level(), "第九条", "", SECOND.text(), List.of(), 0);
        assertThat(askings.find(published(FIRST, renumbered), id(Company.FINANCE1)))
                .isEmpty();
    }

    @Test
    void itIsAcknowledgedOnceAndForExactlyThisVersion() {
        assertThat(web.post()
                        .uri("/rulebook/editions/" + first + "/acknowledgement")
                        .with(user(Company.FINANCE1))
                        .with(csrf())
                        .exchange())
                .hasStatus3xxRedirection();
        var readAt = asking(Company.FINANCE1, first).readAt();
        assertThat(readAt).isNotNull();
        desk.acknowledge(first, id(Company.FINANCE1));
        assertThat(asking(Company.FINANCE1, first).readAt()).isEqualTo(readAt);
        assertThat(askings.of(id(Company.FINANCE1), true, Window.of(200, null)).items())
                .noneMatch(asking -> asking.edition().equals(first));
    }

    @Test
    void aHeadSeesTheirOwnPeopleAndAColleagueNobody() {
        assertThat(readership.of(first, account(Company.FINANCE_HEAD), true)).hasSize(5);
        assertThat(readership.of(first, account(Company.HEAD1), true)).isEmpty();
        assertThat(readership.mayLook(account(Company.STAFF1))).isFalse();
        assertThat(web.get()
                        .uri("/rulebook/editions/" + first + "/readers.csv")
                        .with(user(Company.STAFF1))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void whoeverComesIntoTheScopeLaterIsAskedToo() {
        database.sql("delete from rulebook.acknowledgement where edition = ? and person = ?")
                .params(first, id(Company.CASHIER1))
                .update();
        desk.askLatecomers();
        assertThat(asking(Company.CASHIER1, first).isOpen()).isTrue();
    }

    @Test
    void whoHasNotIsRemindedOnceForEachStage() {
        database.sql("update rulebook.acknowledgement set asked_at = now() - interval '4 days' where edition = ?")
                .param(first)
                .update();
        assertThat(askings.toRemind(1, 3).get(first)).hasSize(5);
        assertThat(askings.toRemind(1, 3)).doesNotContainKey(first);
        assertThat(askings.toRemind(2, 7)).doesNotContainKey(first);
    }

    private UUID published(Provision... text) {
        var scope = new Scope(false, List.of("finance"), List.of());
        var head = new Head("财务考勤", Rank.DETAIL, scope, "finance-head", "试行", LocalDate.of(2020, 1, 1));
        var edition = editions.begin(regulation, head, id(Company.DESIGNER1)).orElseThrow();
        provisions.add(edition, List.of(text));
        editions.publish(edition, LocalDate.of(2020, 1, 1), List.of());
        events.publishEvent(new EditionPublished(
                edition, regulation, head.title(), 1, LocalDate.of(2020, 1, 1), 5, id(Company.CEO)));
        return edition;
    }

    private Asking asking(String who, UUID edition) {
        return askings.find(edition, id(who)).orElseThrow();
    }

    private UUID id(String username) {
        return account(username).id();
    }

    private Account account(String username) {
        return accounts.named(username).orElseThrow();
    }

    private static Provision article(int place, String text) {
        return new Provision(
                new UUID(7, place),
                BigDecimal.valueOf(place),
                Level.ARTICLE,
                "第" + place + "条",
                "",
                text,
                List.of(),
                0);
    }
}
