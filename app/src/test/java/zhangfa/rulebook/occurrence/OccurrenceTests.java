package zhangfa.rulebook.occurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;
import zhangfa.process.Processes;
import zhangfa.rulebook.obligation.ObligationDesk;
import zhangfa.rulebook.obligation.ObligationForm;

/** What has to be done every month, from its coming to its verification. */
@CompanyTest
class OccurrenceTests {

    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
              <process id="stocktaking" name="盘点" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    @Autowired
    ObligationDesk obligations;

    @Autowired
    Rounds rounds;

    @Autowired
    Proving proving;

    @Autowired
    OccurrenceTidings tidings;

    @Autowired
    Occurrences occurrences;

    @Autowired
    OccurrenceDesk desk;

    @Autowired
    OccurrenceReading reading;

    @Autowired
    Accounts accounts;

    @Autowired
    Processes processes;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester web;

    private String key = "";

    @BeforeEach
    void layDown() {
        key = obligation("cashier", "finance-head", "upload", "");
    }

    @AfterEach
    void takeAway() {
        database.sql("delete from rulebook.occurrence where obligation like 'own-%'")
                .update();
        database.sql("delete from rulebook.obligation where practice is null").update();
    }

    @Test
    void aPeriodComesOnceHoweverManyNodesBringItUp() throws Exception {
        database.sql("delete from rulebook.occurrence where obligation = ?")
                .param(key)
                .update();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> bringingUp = () -> {
                rounds.bringUp();
                return true;
            };
            for (var done : nodes.invokeAll(List.of(bringingUp, bringingUp, bringingUp, bringingUp))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(periods()).hasSize(1);
    }

    @Test
    void periodsThatNobodyLookedAtAreMadeUpFor() {
        database.sql("delete from rulebook.occurrence where obligation = ?")
                .param(key)
                .update();
        since("2026-08-01T00:00:00Z");
        rounds.bringUp();
        assertThat(periods()).contains("2026-08", "2026-09", "2026-10");
        assertThat(standing("2026-08")).isEqualTo("missing");
    }

    @Test
    void whatIsLateIsToldOnceToTheOwnerAndTheHeadAbove() {
        rounds.bringUp();
        database.sql("update rulebook.occurrence set due_at = now() - interval '1 hour' where obligation = ?")
                .param(key)
                .update();
        tidings.tellLate();
        tidings.tellLate();
        var id = occurrence();
        assertThat(database.sql("""
                        select count(*) from notification.message m join notification.notice n on n.message = m.id
                        where m.link = ? and m.words = 'rulebook.occurrence.is-late' and n.person = ?""")
                        .params(
                                "/rulebook/occurrences/" + id,
                                account(Company.FINANCE_HEAD).id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void itIsDoneWithANoteAndVerifiedBySomebodyElse() {
        rounds.bringUp();
        var id = occurrence();
        refused(() -> desk.done(id, " ", List.of(), account(Company.CASHIER1)), Refusal.Kind.INVALID);
        refused(() -> desk.done(id, "盘点无误", List.of(), account(Company.FINANCE_HEAD)), Refusal.Kind.NOT_ALLOWED);
        refused(() -> desk.done(id, "盘点无误", List.of(), account(Company.STAFF1)), Refusal.Kind.NOT_THERE);
        desk.done(id, "盘点无误", List.of(), account(Company.CASHIER1));
        refused(() -> desk.verify(id, account(Company.CASHIER1)), Refusal.Kind.NOT_ALLOWED);
        desk.giveBack(id, "缺盘点表", account(Company.FINANCE_HEAD));
        desk.done(id, "盘点表已附", List.of(), account(Company.CASHIER2));
        desk.verify(id, account(Company.FINANCE_HEAD));
        assertThat(occurrences.find(id).orElseThrow().standing()).isEqualTo(Occurrence.Standing.VERIFIED);
    }

    @Test
    void aRowOfItsQueryProvesIt() {
        var asked = obligation("cashier", "", "query", "select now() as at");
        rounds.bringUp();
        proving.look();
        assertThat(done(asked)).isEqualTo(1);
    }

    @Test
    void aCaseOfItsProcessThatEndedInItsPeriodProvesIt() {
        processes.handIn(new Processes.Draft(BPMN, null, null, List.of()), true, null);
        var asked = obligation("cashier", "", "process", "stocktaking");
        rounds.bringUp();
        proving.look();
        assertThat(done(asked)).isZero();
        cases.start(account(Company.CASHIER1), new Cases.Wish("stocktaking", Map.of(), "盘点", null));
        proving.look();
        assertThat(done(asked)).isEqualTo(1);
        assertThat(done(obligation("cashier", "", "process", "stocktaking")))
                .as("laid down after it was done")
                .isEqualTo(1);
    }

    @Test
    void itWaitsInTheDayOfWhoeverHasItAndOnTheCalendar() {
        rounds.bringUp();
        assertThat(page(Company.CASHIER1, "/")).contains("盘点现金");
        assertThat(page(Company.CASHIER1, "/rulebook/obligations")).contains("盘点现金");
        assertThat(page(Company.STAFF1, "/rulebook/obligations")).doesNotContain("盘点现金");
        assertThat(page(Company.FINANCE_HEAD, "/rulebook/obligations/month-end?standing=due"))
                .contains("盘点现金", "冯国栋");
        assertThat(page(Company.FINANCE_HEAD, "/rulebook/obligations/month-end.csv"))
                .contains("盘点现金");
        assertThat(page(Company.CEO, "/rulebook/obligations/report")).contains("经营月报");
        assertThat(web.get().uri("/rulebook/obligations/report").with(user(Company.STAFF1)))
                .hasStatus(403);
    }

    @Test
    void theReportOfTheMonthIsAPdfForWhoeverLeads() throws IOException {
        var paper = web.get()
                .uri("/rulebook/obligations/report.pdf?month=2026-11")
                .header("Accept-Language", "zh-CN")
                .with(user(Company.CEO))
                .exchange();
        assertThat(paper).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        try (var pdf = Loader.loadPDF(paper.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("经营月报 2026-11", "流程运行", "检查规则", "1 / ");
        }
        assertThat(web.get().uri("/rulebook/obligations/report.pdf").with(user(Company.STAFF1)))
                .hasStatus(403);
        assertThat(web.get()
                        .uri("/rulebook/obligations/report.pdf?month=November")
                        .with(user(Company.CEO)))
                .hasStatus(422);
    }

    private String page(String who, String uri) {
        var answer = web.get()
                .uri(uri)
                .header("Accept-Language", "zh-CN")
                .with(user(who))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String obligation(String owner, String verifier, String proof, String source) {
        return obligations.add(
                new ObligationForm(0, "盘点现金", "第八条", "month", "-1", owner, verifier, proof, source, List.of()),
                account(Company.DESIGNER1).id());
    }

    private void since(String at) {
        database.sql("update rulebook.obligation set since = ? where key = ?")
                .params(Instant.parse(at).atOffset(ZoneOffset.UTC), key)
                .update();
    }

    private long done(String obligation) {
        return database.sql(
                        "select count(*) from fact.obligation_occurrence where obligation = ? and standing = 'done'")
                .param(obligation)
                .query(Long.class)
                .single();
    }

    private List<String> periods() {
        return database.sql("select period from rulebook.occurrence where obligation = ?")
                .param(key)
                .query(String.class)
                .list();
    }

    private String standing(String period) {
        return database.sql("select standing from fact.obligation_occurrence where obligation = ? and period = ?")
                .params(key, period)
                .query(String.class)
                .single();
    }

    private UUID occurrence() {
        return database.sql("select id from rulebook.occurrence where obligation = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }

    private static void refused(Runnable deed, Refusal.Kind kind) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed::run)
                .extracting(Refusal::kind)
                .isEqualTo(kind);
    }

    private Account account(String username) {
        return accounts.named(username).orElseThrow();
    }
}
