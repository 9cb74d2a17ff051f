package zhangfa.finance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.file.Files;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;
import zhangfa.process.Insight;
import zhangfa.process.Reading;

/** A claim on its way through the company, as finance shows it. */
@CompanyTest
class ClaimJourneyTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Cases cases;

    @Autowired
    Reading reading;

    @Autowired
    Accounts accounts;

    @Autowired
    Files files;

    @Autowired
    List<Insight> insights;

    private final String title = "<b>客户拜访</b> " + Keys.next();
    private UUID claim = Keys.next();

    @BeforeEach
    void aClaimIsFiled() throws IOException {
        var staff = account(Company.STAFF1);
        var number = ThreadLocalRandom.current()
                .ints(20, 1, 10)
                .mapToObj(String::valueOf)
                .reduce("", String::concat);
        var invoice = TestInvoices.xml(number, "章法演示科技有限公司", "1280.50");
        var voucher = files.store(staff.id(), "酒店发票.xml", new ByteArrayResource(invoice));
        var line = Map.of("date", "2026-11-19", "category", "住宿", "amount", "1280.50", "description", "两晚");
        claim = cases.start(
                staff,
                new Cases.Wish(
                        "expense-claim",
                        Map.of(
                                "title",
                                title,
                                "lines",
                                List.of(line),
                                "vouchers",
                                List.of(voucher.id().toString())),
                        null,
                        null));
    }

    @Test
    void theSheetShowsLinesVouchersAndOpinionsToWhoeverSeesTheCase() {
        decide(Company.HEAD1, "approve", "同意，属实");
        var sheet = web.get()
                .uri("/finance/claims/{id}/print", claim)
                .with(user(Company.STAFF1))
                .exchange();
        assertThat(sheet)
                .hasStatusOk()
                .bodyText()
                .contains("壹仟贰佰捌拾元伍角整", "酒店发票.xml", "同意，属实", "周文博", "章法演示科技有限公司", "&lt;b&gt;客户拜访")
                .doesNotContain("<b>客户拜访", "style=");
        var foreign = web.get()
                .uri("/finance/claims/{id}/print", claim)
                .with(user(Company.MARKET1))
                .exchange();
        var failure = foreign.getUnresolvedException();
        assertThat(
                        failure == null
                                ? foreign.getResponse().getStatus()
                                : ((Refusal) failure.getCause()).kind().status())
                .isEqualTo(404);
    }

    @Test
    void approversAreToldWhatWasChecked() {
        var file = reading.caseFile(account(Company.HEAD1), claim);
        var findings = insights.stream()
                .filter(insight -> insight.speaksOf(file.process()))
                .flatMap(insight -> insight.about(file.id(), file.form(), file.facts()).stream())
                .map(Insight.Finding::words)
                .toList();
        assertThat(findings)
                .contains(
                        "{finance.check.within|¥10,000.00}",
                        "{finance.check.titles|1|章法演示科技有限公司}",
                        "{finance.check.covered|¥1,280.50}",
                        "{finance.check.dates|90}");
    }

    @Test
    void theListShowsMineAndToFinanceWhatTheyMaySee() {
        assertThat(list("/finance", Company.STAFF1)).contains("客户拜访");
        assertThat(list("/finance?all=true", Company.STAFF2)).doesNotContain(title.substring(12));
        assertThat(list("/finance?all=true&unit=operations-centre&status=running", Company.FINANCE_HEAD))
                .contains(title.substring(12));
        assertThat(list("/finance?all=true&status=paid", Company.FINANCE_HEAD)).doesNotContain(title.substring(12));
        assertThat(list("/finance?all=true", Company.FINANCE1))
                .as("a claim that has not reached the accountants is none of theirs")
                .doesNotContain(title.substring(12));
        assertThat(list("/finance?month=2020-01", Company.STAFF1)).doesNotContain(title.substring(12));
    }

    @Test
    void theExportHoldsTheSameRows() throws Exception {
        var export =
                web.get().uri("/finance/claims.csv").with(user(Company.STAFF1)).exchange();
        assertThat(export).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(export.getResponse().getContentAsString(UTF_8))
                .startsWith("\uFEFF")
                .contains(title + ",王小雨,运营一部,1280.50,CNY,");
    }

    @Test
    void aPaidClaimIsShownAsPaid() {
        decide(Company.HEAD1, "approve", null);
        decide(Company.FINANCE1, "approve", null);
        decide(Company.CASHIER2, "complete", null);
        assertThat(list("/finance?status=paid", Company.STAFF1)).contains(title.substring(12));
    }

    private void decide(String username, String action, @Nullable String comment) {
        var who = account(username);
        var task = reading.caseFile(who, claim).openTasks().getFirst();
        cases.act(who, task.id(), Cases.Deed.of(action, comment));
    }

    private String list(String address, String username) {
        try {
            return web.get()
                    .uri(address)
                    .with(user(username))
                    .exchange()
                    .getResponse()
                    .getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private Account account(String username) {
        return accounts.named(username).orElseThrow();
    }
}
