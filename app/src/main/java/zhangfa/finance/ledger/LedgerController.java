package zhangfa.finance.ledger;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import zhangfa.api.Listing;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
import zhangfa.ui.Csv;

/** The claims of the reader, and for the people of finance all that they may see. */
@Controller
class LedgerController {

    private static final int PAGE = 50;
    private static final Set<String> FINANCE = Set.of("accountant", "cashier", "finance-head");

    private final ClaimLedger ledger;
    private final Organization organization;
    private final Words words;
    private final Clock clock;

    LedgerController(ClaimLedger ledger, Organization organization, Words words, Clock clock) {
        this.ledger = ledger;
        this.organization = organization;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/finance")
    @SignedIn
    String index(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable UUID after,
            Account who,
            Model model) {
        var filter = ClaimFilter.of(all && mayAll(who), status, unit, month);
        var claims = Listing.of(ledger.rows(who, filter, after, PAGE + 1), PAGE, last -> filter.after(last.caseId()));
        var now = YearMonth.now(clock);
        var bars = MonthBars.of(now, ledger.sums(who, filter, now.minusMonths(MonthBars.MONTHS - 1L)));
        model.addAttribute("ledger", new LedgerPage(filter, claims, bars, mayAll(who), units()));
        return "finance/ledger/index";
    }

    @GetMapping("/finance/claims.csv")
    @SignedIn
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String month,
            Account who) {
        var filter = ClaimFilter.of(all && mayAll(who), status, unit, month);
        var head = Csv.row(
                said("number"),
                said("filed-at"),
                said("title"),
                said("person"),
                said("unit"),
                said("total"),
                said("currency"),
                said("status"));
        var statuses = statuses();
        return Csv.file("claims.csv", head, writer -> write(writer, who, filter, statuses));
    }

    private void write(Writer writer, Account who, ClaimFilter filter, Map<ClaimRow.Status, String> statuses)
            throws IOException {
        var minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        var rows = ledger.rows(who, filter, null, PAGE);
        while (!rows.isEmpty()) {
            for (var row : rows) {
                writer.write(Csv.row(
                        row.number(),
                        minute.format(LocalDateTime.ofInstant(row.filedAt(), clock.getZone())),
                        row.title(),
                        row.person(),
                        row.unit(),
                        row.total().amount().toPlainString(),
                        row.total().currency(),
                        statuses.getOrDefault(row.status(), row.status().key())));
            }
            rows = ledger.rows(who, filter, rows.getLast().caseId(), PAGE);
        }
    }

    /** Looked up before the answer is streamed, while the reader's language is still known. */
    private Map<ClaimRow.Status, String> statuses() {
        var said = new LinkedHashMap<ClaimRow.Status, String>();
        for (var status : ClaimRow.Status.values()) {
            said.put(status, words.say("{finance.status." + status.key() + "}"));
        }
        return said;
    }

    private String said(String column) {
        return words.say("{finance.column." + column + "}");
    }

    private boolean mayAll(Account who) {
        return organization
                .person(who.id())
                .filter(person -> person.position() != null && FINANCE.contains(person.position()))
                .isPresent();
    }

    private Map<String, String> units() {
        var units = new LinkedHashMap<String, String>();
        organization
                .units()
                .sorted(Comparator.comparing(Unit::key))
                .forEach(unit -> units.put(unit.key(), unit.name()));
        return units;
    }
}
