package zhangfa.calendar.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.calendar.almanac.Sight;
import zhangfa.identity.Account;

/** The list of calendars and the year of each. */
@Controller
@RequestMapping("/calendars")
class CalendarsController {

    private final Sight sight;
    private final CalendarShelf shelf;
    private final Clock clock;

    CalendarsController(Sight sight, CalendarShelf shelf, Clock clock) {
        this.sight = sight;
        this.shelf = shelf;
        this.clock = clock;
    }

    @GetMapping
    @SignedIn
    String index(Account who, Model model) {
        model.addAttribute("calendars", shelf.rows(who));
        model.addAttribute("units", shelf.unitsWithoutOne(who));
        return "calendar/year/index";
    }

    @GetMapping("/{id}")
    @SignedIn
    String show(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer year, Account who, Model model) {
        var calendar = sight.one(who, id);
        var whole = sight.whole(calendar);
        var today = LocalDate.now(clock.withZone(whole.zone()));
        if (year != null && (year < 2000 || year > 2199)) {
            throw Refusal.notThere();
        }
        model.addAttribute("calendar", shelf.row(calendar));
        model.addAttribute("view", YearView.of(whole, year == null ? today.getYear() : year, today));
        return "calendar/year/show";
    }
}
