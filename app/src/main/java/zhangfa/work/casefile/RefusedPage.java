package zhangfa.work.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.Reading;
import zhangfa.ui.Faults;

/** The page of a case again, with what is wrong and what was typed. */
@Component
public class RefusedPage {

    private final Reading reading;
    private final CasePages pages;
    private final Words words;

    RefusedPage(Reading reading, CasePages pages, Words words) {
        this.reading = reading;
        this.pages = pages;
        this.words = words;
    }

    public String page(
            Refusal refusal,
            UUID id,
            @Nullable Map<String, Object> typed,
            Account who,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        var faults = Faults.of(refusal, words);
        model.addAttribute("file", pages.of(reading.caseFile(who, id), who, locale, faults, typed));
        model.addAttribute("faults", faults);
        return "work/casefile/show";
    }
}
