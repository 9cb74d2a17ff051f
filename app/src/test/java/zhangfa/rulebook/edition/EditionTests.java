package zhangfa.rulebook.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;
import zhangfa.rulebook.difference.Change;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Edition.Standing;
import zhangfa.rulebook.regulation.Provision;

/** A regulation on its way: written, handed in, decided, in force, revised. */
@CompanyTest
class EditionTests {

    @Autowired
    EditionDesk desk;

    @Autowired
    Writing writing;

    @Autowired
    Submission submission;

    @Autowired
    EditionReading reading;

    @Autowired
    Cases cases;

    @Autowired
    Reading inbox;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private final List<UUID> made = new ArrayList<>();
    private UUID draft = new UUID(0, 0);

    @BeforeEach
    void begin() {
        draft = desk.begin("考勤制度", designer().id());
        made.add(edition().regulation());
    }

    @AfterEach
    void remove() {
        made.forEach(regulation -> database.sql("delete from rulebook.regulation where id = ?")
                .param(regulation)
                .update());
    }

    @Test
    void aDraftIsReviewedApprovedAndInForceFromItsDay() {
        write("每日打卡。");
        head(LocalDate.of(2020, 1, 1));
        var caseId = submission.submit(edition(), designer());
        assertThat(edition().standing()).isEqualTo(Standing.IN_REVIEW);
        approve(Company.INSPECTOR1, caseId);
        approve(Company.CEO, caseId);
        assertThat(edition().standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(edition().head().effectiveFrom()).isAfter(LocalDate.of(2020, 1, 1));
        assertThat(reading.seen(draft, account(Company.STAFF1)).title()).isEqualTo("考勤制度");
        assertThat(database.sql("select cardinality(people) from rulebook.edition where id = ?")
                        .param(draft)
                        .query(Integer.class)
                        .single())
                .isGreaterThan(20);
    }

    @Test
    void aDayThatIsStillToComeIsWaitedForAndTheOldVersionStaysInForce() {
        publish(LocalDate.of(2020, 1, 1));
        var second = desk.revise(edition().regulation(), designer().id());
        var first = draft;
        draft = second;
        write("每日打卡两次。");
        publish(LocalDate.of(2999, 1, 1));
        assertThat(edition().standing()).isEqualTo(Standing.COMING);
        assertThat(reading.seen(first, designer()).standing()).isEqualTo(Standing.IN_FORCE);
        database.sql("update rulebook.edition set effective_from = current_date - 1 where id = ?")
                .param(second)
                .update();
        assertThat(edition().standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(reading.seen(first, designer()).standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(reading.difference(edition(), null, designer()).real())
                .singleElement()
                .extracting(Change::kind)
                .isEqualTo(Change.Kind.CHANGED);
    }

    @Test
    void ofTwoPeopleWhoChangeTheSameArticleOneWinsAndTheOtherIsTold() {
        var provision = only();
        writing.provision(
                draft, provision.id(), form(provision, "甲写的。"), designer().id());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> writing.provision(
                        draft,
                        provision.id(),
                        form(provision, "乙写的。"),
                        account(Company.ROOT).id()))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(only().text()).isEqualTo("甲写的。");
    }

    @Test
    void whatIsInReviewIsNotWrittenAndWhatIsReturnedIs() {
        write("每日打卡。");
        head(LocalDate.of(2020, 1, 1));
        var caseId = submission.submit(edition(), designer());
        var provision = only();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> writing.provision(
                        draft,
                        provision.id(),
                        form(provision, "偷改。"),
                        designer().id()));
        act(
                Company.INSPECTOR1,
                caseId,
                new Cases.Deed("return", Map.of(), "请写明时限", "initiator", List.of(), "rerun", null, null));
        assertThat(edition().isDraft()).isTrue();
        writing.provision(
                draft, provision.id(), form(provision, "每日九时前打卡。"), designer().id());
        act(Company.DESIGNER1, caseId, Cases.Deed.of("complete", null));
        assertThat(edition().standing()).isEqualTo(Standing.IN_REVIEW);
    }

    @Test
    void whatIsRejectedIsADraftAgain() {
        write("每日打卡。");
        head(LocalDate.of(2020, 1, 1));
        var caseId = submission.submit(edition(), designer());
        act(Company.INSPECTOR1, caseId, Cases.Deed.of("reject", "不需要"));
        assertThat(edition().isDraft()).isTrue();
        assertThat(edition().caseId()).isNull();
    }

    @Test
    void aDraftIsSeenByItsWritersAndInReviewAlsoByThoseWhoDecide() {
        write("每日打卡。");
        head(LocalDate.of(2020, 1, 1));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> reading.seen(draft, account(Company.CEO)));
        var caseId = submission.submit(edition(), designer());
        approve(Company.INSPECTOR1, caseId);
        assertThat(reading.seen(draft, account(Company.CEO)).id()).isEqualTo(draft);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> reading.seen(draft, account(Company.STAFF1)));
    }

    @Test
    void anIncompleteDraftIsNotHandedInAndNobodyHandsInWithoutIt() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> submission.submit(edition(), designer()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cases.start(
                        account(Company.STAFF1),
                        new Cases.Wish(
                                Release.PROCESS,
                                Map.of(
                                        "title",
                                        "x",
                                        "edition",
                                        edition().href(),
                                        "effective_from",
                                        "2027-01-01",
                                        "reason",
                                        "x"),
                                null,
                                null)));
    }

    @Test
    void aRegulationHasOneDraftAtATime() {
        publish(LocalDate.of(2020, 1, 1));
        var regulation = edition().regulation();
        desk.revise(regulation, designer().id());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.revise(regulation, designer().id()));
    }

    private void publish(LocalDate from) {
        if (only().text().isBlank()) {
            write("每日打卡。");
        }
        head(from);
        var caseId = submission.submit(edition(), designer());
        approve(Company.INSPECTOR1, caseId);
        approve(Company.CEO, caseId);
    }

    private void write(String text) {
        var provision = only();
        writing.provision(
                draft, provision.id(), form(provision, text), designer().id());
    }

    private void head(LocalDate from) {
        writing.head(
                draft,
                new HeadForm(
                        edition().revision(), "考勤制度", "special", true, List.of(), List.of(), "hr-head", "统一考勤", from),
                designer().id());
    }

    private void approve(String who, UUID caseId) {
        act(who, caseId, Cases.Deed.of("approve", null));
    }

    private void act(String who, UUID caseId, Cases.Deed deed) {
        var task = inbox.caseFile(account(who), caseId).openTasks().stream()
                .map(TaskItem::id)
                .findFirst()
                .orElseThrow();
        cases.act(account(who), task, deed);
    }

    private static ProvisionForm form(Provision provision, String text) {
        return new ProvisionForm(provision.revision(), "article", "第一条", "", text, List.of());
    }

    private Provision only() {
        return reading.text(edition()).getFirst();
    }

    private Edition edition() {
        return reading.seen(draft, designer());
    }

    private Account designer() {
        return account(Company.DESIGNER1);
    }

    private Account account(String username) {
        return accounts.named(username).orElseThrow();
    }
}
