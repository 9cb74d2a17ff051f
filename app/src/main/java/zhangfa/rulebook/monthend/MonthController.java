package zhangfa.rulebook.monthend;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.calendar.Calendars;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.rulebook.occurrence.OccurrenceReading;
import zhangfa.ui.Csv;

/** The obligations of a month: as a calendar, as what is open at its end, as the report. */
@Controller
@RequestMapping("/rulebook/obligations")
class MonthController {

    private final OccurrenceReading reading;
    private final MonthReports reports;
    private final MonthPaper paper;
    private final Calendars calendars;
    private final Organization organization;
    private final Words words;
    private final Clock clock;

    MonthController(
            OccurrenceReading reading,
            MonthReports reports,
            MonthPaper paper,
            Calendars calendars,
            Organization organization,
            Words words,
            Clock clock) {
        this.reading = reading;
        this.reports = reports;
        this.paper = paper;
        this.calendars = calendars;
        this.organization = organization;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @SignedIn
    String calendar(@RequestParam(required = false) @Nullable String month, Account who, Model model) {
        var shown = month(month);
        var calendar = organization
                .person(who.id())
                .map(person -> calendars.forUnit(person.unit()))
                .orElseGet(calendars::company);
        model.addAttribute(
                "grid", MonthGrid.of(shown, reading.ofMonth(shown, null, who), calendar, LocalDate.now(clock)));
        model.addAttribute("leads", leads(who));
        return "rulebook/monthend/calendar";
    }

    @GetMapping("/month-end")
    @SignedIn
    String monthEnd(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String standing,
            Account who,
            Model model) {
        var shown = month(month);
        model.addAttribute("month", shown);
        model.addAttribute("standing", Objects.requireNonNullElse(standing, ""));
        model.addAttribute("rows", reading.ofMonth(shown, standing, who));
        model.addAttribute("leads", leads(who));
        return "rulebook/monthend/index";
    }

    @GetMapping("/month-end.csv")
    @SignedIn
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String standing,
            Account who,
            Locale locale) {
        var rows = reading.ofMonth(month(month), standing, who);
        var head = Csv.row(
                words.say("{rulebook.obligation}"),
                words.say("{rulebook.occurrence.period}"),
                words.say("{rulebook.occurrence.unit}"),
                words.say("{rulebook.occurrence.owners}"),
                words.say("{rulebook.occurrence.due-at}"),
                words.say("{rulebook.occurrence.standing}"),
                words.say("{rulebook.occurrence.done-at}"));
        return Csv.file("month-end.csv", head, writer -> {
            for (var row : rows) {
                var one = row.one();
                writer.write(Csv.row(
                        one.title().in(locale),
                        one.period(),
                        row.unit(),
                        row.owners(),
                        minute(one.dueAt()),
                        words.say("{" + one.standing().key() + "}", locale),
                        one.doneAt() == null ? "" : minute(one.doneAt())));
            }
        });
    }

    @GetMapping("/report")
    @SignedIn
    String report(@RequestParam(required = false) @Nullable String month, Account who, Locale locale, Model model) {
        if (!leads(who)) {
            throw Refusal.notAllowed();
        }
        model.addAttribute("report", reports.of(month(month), who, locale));
        return "rulebook/monthend/report";
    }

    @GetMapping("/report.pdf")
    @SignedIn
    ResponseEntity<byte[]> paper(@RequestParam(required = false) @Nullable String month, Account who, Locale locale) {
        if (!leads(who)) {
            throw Refusal.notAllowed();
        }
        var shown = month(month);
        var reader = organization.person(who.id()).map(Person::name).orElse(who.username());
        var file = ContentDisposition.attachment()
                .filename("month-report-" + shown + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(paper.pdf(reports.of(shown, who, locale), reader, locale));
    }

    /** The report is for whoever leads a unit, manages the rulebook or inspects. */
    private boolean leads(Account who) {
        return who.may(Permission.RULEBOOK_MANAGE)
                || who.may(Permission.CASE_INSPECT)
                || !organization.unitsUnder(who.id()).isEmpty();
    }

    private YearMonth month(@Nullable String written) {
        try {
            return written == null || written.isBlank() ? YearMonth.now(clock) : YearMonth.parse(written);
        } catch (DateTimeParseException wrong) {
            throw Refusal.invalid("/month", "{rulebook.occurrence.month-wrong}");
        }
    }

    private String minute(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .withZone(clock.getZone())
                .format(at);
    }
}
