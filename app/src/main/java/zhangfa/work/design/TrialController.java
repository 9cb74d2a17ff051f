package zhangfa.work.design;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.May;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.process.Reading;
import zhangfa.ui.Faults;
import zhangfa.work.casefile.Routes;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.form.FormInput;

/** Tries a design out before it is published: its form is filled in, and the route is shown that such a case would take. */
@Controller
@RequestMapping("/designs/{process}/trial")
class TrialController {

    private final DesignDesk desk;
    private final Findings findings;
    private final Reading reading;
    private final Routes routes;
    private final FormDrawing forms;
    private final Accounts accounts;
    private final Organization organization;

    TrialController(
            DesignDesk desk,
            Findings findings,
            Reading reading,
            Routes routes,
            FormDrawing forms,
            Accounts accounts,
            Organization organization) {
        this.desk = desk;
        this.findings = findings;
        this.reading = reading;
        this.routes = routes;
        this.forms = forms;
        this.accounts = accounts;
        this.organization = organization;
    }

    @GetMapping
    @May(Permission.PROCESS_PUBLISH)
    String show(@PathVariable String process, Account who, Locale locale, Model model) {
        var design = desk.find(process);
        var form = design.content().form();
        var plan = design.reading().plan();
        model.addAttribute("process", process);
        model.addAttribute("name", plan == null ? process : plan.name());
        model.addAttribute(
                "sheet",
                forms.sheet(form == null ? null : JsonMapper.shared().readTree(form), Map.of(), Faults.NONE, locale));
        model.addAttribute("ready", findings.of(design).stream().noneMatch(Finding::hinders));
        return route(design, who, Map.of(), "work/design/trial", model);
    }

    /** @param person whose case it would be; nobody is the designer's own */
    @PostMapping
    @May(Permission.PROCESS_PUBLISH)
    String play(
            @PathVariable String process,
            @RequestParam(defaultValue = "") String person,
            Account who,
            Model model,
            HttpServletRequest request) {
        var design = desk.find(process);
        var form = design.content().form();
        var fields =
                FormInput.read(form == null ? null : JsonMapper.shared().readTree(form), request.getParameterMap());
        var initiator = organization
                .personNamed(person)
                .flatMap(one -> accounts.withId(one.id()))
                .orElse(who);
        return route(design, initiator, fields, "work/design/route", model);
    }

    private String route(Design design, Account initiator, Map<String, Object> fields, String page, Model model) {
        var plays = organization.person(initiator.id()).isPresent()
                && findings.of(design).stream().noneMatch(Finding::hinders);
        model.addAttribute("route", plays ? routes.of(reading.forecast(initiator, design.draft(), fields)) : List.of());
        return page;
    }
}
