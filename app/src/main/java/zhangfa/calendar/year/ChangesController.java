package zhangfa.calendar.year;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.calendar.almanac.CalendarDesk;
import zhangfa.calendar.almanac.Sight;
import zhangfa.calendar.year.HolidayIntake.Plan;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Changes of a calendar on pages: typed, rehearsed, confirmed. */
@Controller
@RequestMapping("/calendars")
class ChangesController {

    private static final String EDIT = "calendar/year/edit";
    private static final String REHEARSAL = "calendar/year/rehearsal";

    private final Sight sight;
    private final CalendarDesk desk;
    private final HolidayIntake holidays;
    private final Rehearsing rehearsing;

    ChangesController(Sight sight, CalendarDesk desk, HolidayIntake holidays, Rehearsing rehearsing) {
        this.sight = sight;
        this.desk = desk;
        this.holidays = holidays;
        this.rehearsing = rehearsing;
    }

    @PostMapping
    @May(Permission.ORGANIZATION_MANAGE)
    String found(@RequestParam UUID unit, Account who, RedirectAttributes next) {
        var founded = desk.found(unit, who.id());
        next.addFlashAttribute("flash", "{calendar.founded}");
        return "redirect:/calendars/" + founded.id() + "/edit";
    }

    @GetMapping("/{id}/edit")
    @May(Permission.ORGANIZATION_MANAGE)
    String edit(@PathVariable UUID id, Account who, Model model) {
        model.addAttribute("edit", rehearsing.edit(sight.one(who, id)));
        return EDIT;
    }

    @PostMapping("/{id}/week")
    @May(Permission.ORGANIZATION_MANAGE)
    String week(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            Account who,
            Model model,
            HttpServletResponse response) {
        var calendar = sight.one(who, id);
        return tried(
                () -> rehearsing.of(calendar, new Plan(WeekForm.typed(fields).in(calendar.sheet()), 0)),
                refusal -> rehearsing.wrongWeek(calendar, fields, refusal),
                model,
                response);
    }

    @PostMapping("/{id}/days")
    @May(Permission.ORGANIZATION_MANAGE)
    String days(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            Account who,
            Model model,
            HttpServletResponse response) {
        var calendar = sight.one(who, id);
        return tried(
                () -> rehearsing.of(calendar, new Plan(DaysForm.typed(fields).in(calendar.sheet()), 0)),
                refusal -> rehearsing.wrongDays(calendar, fields, refusal),
                model,
                response);
    }

    @PostMapping("/{id}/public-holidays")
    @May(Permission.ORGANIZATION_MANAGE)
    String publicHolidays(
            @PathVariable UUID id, @RequestParam int year, Account who, Model model, HttpServletResponse response) {
        var calendar = sight.one(who, id);
        return tried(
                () -> rehearsing.of(calendar, holidays.ofChina(calendar, year)),
                refusal -> rehearsing.wrongHolidays(calendar, refusal),
                model,
                response);
    }

    @PostMapping("/{id}/imports")
    @May(Permission.ORGANIZATION_MANAGE)
    String imports(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            Account who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var calendar = sight.one(who, id);
        var content = file.getBytes();
        return tried(
                () -> rehearsing.of(calendar, holidays.ofFile(calendar, content)),
                refusal -> rehearsing.wrongHolidays(calendar, refusal),
                model,
                response);
    }

    /** Makes the change that the rehearsal showed. */
    @PostMapping("/{id}")
    @May(Permission.ORGANIZATION_MANAGE)
    String change(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam String sheet,
            Account who,
            RedirectAttributes next) {
        desk.change(id, version, rehearsing.carried(sheet), who.id());
        next.addFlashAttribute("flash", "{calendar.saved}");
        return "redirect:/calendars/" + id;
    }

    @GetMapping("/{id}/closure")
    @May(Permission.ORGANIZATION_MANAGE)
    String closure(@PathVariable UUID id, Account who, Model model) {
        model.addAttribute("rehearsed", rehearsing.ofClosure(sight.one(who, id)));
        return REHEARSAL;
    }

    @PostMapping("/{id}/closure")
    @May(Permission.ORGANIZATION_MANAGE)
    String close(@PathVariable UUID id, Account who, RedirectAttributes next) {
        desk.close(id, who.id());
        next.addFlashAttribute("flash", "{calendar.closed}");
        return "redirect:/calendars";
    }

    private static String tried(
            Supplier<RehearsalPage> rehearsal,
            Function<Refusal, EditPage> wrong,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("rehearsed", rehearsal.get());
            return REHEARSAL;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("edit", wrong.apply(refusal));
            return EDIT;
        }
    }
}
