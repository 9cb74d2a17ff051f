package zhangfa.finance.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static zhangfa.finance.claim.Samples.digits;
import static zhangfa.finance.claim.Samples.line;
import static zhangfa.finance.claim.Samples.number20;
import static zhangfa.finance.claim.Samples.png;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.file.Files;
import zhangfa.finance.TestInvoices;
import zhangfa.organization.Organization;
import zhangfa.process.Moment;

/** What finance does when a claim is handed in and closed. */
@CompanyTest
class ClaimDeskTests {

    @Autowired
    ClaimDesk desk;

    @Autowired
    ExpenseClaims claims;

    @Autowired
    Files files;

    @Autowired
    Organization organization;

    @Autowired
    JdbcClient database;

    @Test
    void filingTellsTotalLimitAndCapitals() {
        var facts = desk.file(filed(Keys.next(), List.of(line("1010.10", null)), List.of(photo())));
        assertThat(facts)
                .containsEntry("total", new BigDecimal("1010.10"))
                .containsEntry("currency", "CNY")
                .containsEntry("total_in_capitals", "壹仟零壹拾元壹角整");
        assertThat((BigDecimal) facts.get("authority_limit")).isEqualByComparingTo("10000");
    }

    @Test
    void filingKeepsLinesAndVouchersAndHandingInAgainReplacesThem() {
        var id = Keys.next();
        desk.file(filed(id, List.of(line("1", null), line("2", null)), List.of(photo(), photo())));
        var last = photo();
        desk.file(filed(id, List.of(line("5.50", "INV-00077")), List.of(last)));
        var claim = claims.find(id).orElseThrow();
        assertThat(claim.total().amount()).isEqualTo("5.50");
        assertThat(claim.lines()).hasSize(1);
        assertThat(claim.vouchers()).extracting(ClaimVoucher::file).containsExactly(last);
    }

    @Test
    void theVouchersHangOnTheCase() {
        var id = Keys.next();
        var voucher = photo();
        desk.file(filed(id, List.of(line("1", null)), List.of(voucher)));
        assertThat(files.attachedTo(id)).extracting("id").containsExactly(voucher);
    }

    @Test
    void aVoucherOfAnotherClaimIsRefusedOnItsPlaceWithoutNamingThatClaim() {
        var bytes = png();
        var other = Keys.next();
        desk.file(filed(other, List.of(line("1", null)), List.of(upload(Company.STAFF1, bytes))));
        var refusal =
                refusal(filed(Keys.next(), List.of(line("1", null)), List.of(photo(), upload(Company.STAFF1, bytes))));
        assertThat(refusal.faults()).containsExactly(new Refusal.Fault("/form/vouchers/1", "{finance.voucher.used}"));
    }

    @Test
    void anInvoiceNumberOfAnotherClaimIsRefusedOnItsLine() {
        var number = number20();
        desk.file(filed(Keys.next(), List.of(line("1", number)), List.of(photo())));
        assertThat(pointers(filed(Keys.next(), List.of(line("1", null), line("1", number)), List.of(photo()))))
                .containsExactly("/form/lines/1/invoice_number");
    }

    @Test
    void aNumberReadFromAFileCountsLikeOneTyped() {
        var number = number20();
        desk.file(filed(Keys.next(), List.of(line("1", number)), List.of(photo())));
        var invoice = upload(Company.STAFF1, TestInvoices.xml(number, "甲公司", "1.00"));
        assertThat(pointers(filed(Keys.next(), List.of(line("1", null)), List.of(invoice))))
                .containsExactly("/form/vouchers/0");
    }

    @Test
    void oneInvoiceInSeveralFilesOfOneClaimIsNoDuplicate() {
        var number = number20();
        var xml = upload(Company.STAFF1, TestInvoices.xml(number, "甲公司", "1.00"));
        var pdf = upload(Company.STAFF1, TestInvoices.pdf("发票号码：" + number));
        desk.file(filed(Keys.next(), List.of(line("1", number)), List.of(xml, pdf)));
        assertThat(pointers(filed(Keys.next(), List.of(line("1", number)), List.of(photo()))))
                .containsExactly("/form/lines/0/invoice_number");
    }

    @Test
    void aNumberWithoutItsCodeIsTheSameInvoiceAndAnotherCodeIsAnother() {
        var number = digits(8);
        var invoice = upload(Company.STAFF1, TestInvoices.pdf("发票代码：031001900311", "发票号码：" + number));
        desk.file(filed(Keys.next(), List.of(line("1", null)), List.of(invoice)));
        assertThat(pointers(filed(Keys.next(), List.of(line("1", number)), List.of(photo()))))
                .containsExactly("/form/lines/0/invoice_number");
        var other = upload(Company.STAFF1, TestInvoices.pdf("发票代码：044031900111", "发票号码：" + number));
        desk.file(filed(Keys.next(), List.of(line("1", number)), List.of(other)));
    }

    @Test
    void aVoucherIsFreeAgainAfterRejectionOrCancellationButNotAfterPayment() {
        for (var ending : List.of("rejected", "cancelled", "completed")) {
            var bytes = png();
            var first = Keys.next();
            desk.file(filed(first, List.of(line("1", null)), List.of(upload(Company.STAFF1, bytes))));
            desk.close(moment(first, Map.of(), ending));
            var again = filed(Keys.next(), List.of(line("1", null)), List.of(upload(Company.STAFF1, bytes)));
            if (ending.equals("completed")) {
                assertThat(pointers(again)).containsExactly("/form/vouchers/0");
            } else {
                desk.file(again);
            }
        }
    }

    @Test
    void ofClaimsFiledAtOnceWithOneVoucherExactlyOneWins() throws Exception {
        var bytes = png();
        var together = new CyclicBarrier(6);
        Callable<Boolean> filing = () -> {
            var moment = filed(Keys.next(), List.of(line("1", null)), List.of(upload(Company.STAFF1, bytes)));
            together.await();
            try {
                desk.file(moment);
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                return false;
            }
        };
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var filings = people.invokeAll(
                    IntStream.range(0, 6).mapToObj(number -> filing).toList());
            assertThat(filings.stream().map(Future::resultNow).filter(won -> won))
                    .hasSize(1);
        }
    }

    @Test
    void claimsThatSwapTheirVouchersAtOnceNeverFailWithAnError() throws Exception {
        var one = png();
        var two = png();
        var first = Keys.next();
        var second = Keys.next();
        desk.file(filed(first, List.of(line("1", null)), List.of(upload(Company.STAFF1, one))));
        desk.file(filed(second, List.of(line("1", null)), List.of(upload(Company.STAFF1, two))));
        var together = new CyclicBarrier(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var swaps = people.invokeAll(List.of(swap(first, two, together), swap(second, one, together)));
            assertThat(swaps).allMatch(swap -> swap.state() == Future.State.SUCCESS);
        }
    }

    private Callable<Void> swap(UUID id, byte[] wanted, CyclicBarrier together) {
        return () -> {
            var moment = filed(id, List.of(line("1", null)), List.of(upload(Company.STAFF1, wanted)));
            together.await();
            try {
                desk.file(moment);
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).isIn(Refusal.Kind.INVALID, Refusal.Kind.CONFLICT);
            }
            return null;
        };
    }

    @Test
    void aRefusedFilingLeavesNothingBehind() {
        var id = Keys.next();
        assertThatThrownBy(() -> desk.file(filed(id, List.of(line("1", null)), List.of(Keys.next()))))
                .isInstanceOf(Refusal.class);
        assertThat(claims.find(id)).isEmpty();
    }

    @Test
    void aVoucherIsTheInitiatorsOwnAndADocumentOrPhoto() {
        var foreign = upload(Company.STAFF2, png());
        var text = upload(Company.STAFF1, ("a note " + Keys.next()).getBytes(UTF_8));
        var refusal = refusal(filed(Keys.next(), List.of(line("1", null)), List.of(foreign, text, Keys.next())));
        assertThat(refusal.faults())
                .containsExactly(
                        new Refusal.Fault("/form/vouchers/0", "{finance.voucher.unknown}"),
                        new Refusal.Fault("/form/vouchers/1", "{finance.voucher.type}"),
                        new Refusal.Fault("/form/vouchers/2", "{finance.voucher.unknown}"));
    }

    @Test
    void theSameFileTwiceOnOneClaimIsNamed() {
        var bytes = png();
        var ids = List.of(upload(Company.STAFF1, bytes), upload(Company.STAFF1, bytes));
        assertThat(pointers(filed(Keys.next(), List.of(line("1", null)), ids))).containsExactly("/form/vouchers/1");
    }

    @Test
    void aVoucherThatCannotBeReadIsStillAVoucher() {
        var broken = upload(Company.STAFF1, ("%PDF-1.7 broken " + Keys.next()).getBytes(UTF_8));
        desk.file(filed(Keys.next(), List.of(line("1", null)), List.of(broken)));
    }

    @Test
    void theFactsShowWhatWasFiled() {
        var id = Keys.next();
        desk.file(filed(id, List.of(line("3", "INV-" + digits(10)), line("4", null)), List.of(photo())));
        var fact = database.sql(
                        "select total, line_count, voucher_count, ending from fact.expense_claim where case_id = ?")
                .param(id)
                .query()
                .singleRow();
        assertThat(fact.get("total")).isEqualTo(new BigDecimal("7.00"));
        assertThat(fact.get("line_count")).isEqualTo(2L);
        assertThat(fact.get("voucher_count")).isEqualTo(1L);
        assertThat(fact.get("ending")).isNull();
    }

    private Refusal refusal(Moment moment) {
        return catchThrowableOfType(Refusal.class, () -> desk.file(moment));
    }

    private List<String> pointers(Moment moment) {
        return refusal(moment).faults().stream().map(Refusal.Fault::pointer).toList();
    }

    private Moment filed(UUID caseId, List<Map<String, Object>> lines, List<UUID> vouchers) {
        return moment(
                caseId,
                Map.of(
                        "title",
                        "客户拜访",
                        "lines",
                        lines,
                        "vouchers",
                        vouchers.stream().map(UUID::toString).toList()),
                null);
    }

    private Moment moment(UUID caseId, Map<String, Object> form, @Nullable String ending) {
        var person = organization.personNamed(Company.STAFF1).orElseThrow();
        return new Moment(
                caseId,
                Keys.next(),
                "expense-claim",
                null,
                person.id(),
                person.unit(),
                person.id(),
                Instant.now(),
                form,
                Map.of(),
                ending);
    }

    private UUID photo() {
        return upload(Company.STAFF1, png());
    }

    private UUID upload(String username, byte[] content) {
        try {
            var owner = organization.personNamed(username).orElseThrow().id();
            return files.store(owner, "票据", new ByteArrayResource(content)).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
