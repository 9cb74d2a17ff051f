package zhangfa.work.casefile;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.Reading;

/** The history of a case's fields, on its page. */
@Controller
class ChangeController {

    private final Reading reading;
    private final FieldHistory history;

    ChangeController(Reading reading, FieldHistory history) {
        this.reading = reading;
        this.history = history;
    }

    @GetMapping("/cases/{id}/changes")
    @SignedIn
    String show(@PathVariable UUID id, Account who, Locale locale, Model model) {
        model.addAttribute("changes", history.of(reading.caseFile(who, id), locale));
        return "work/casefile/changes";
    }
}
