package zhangfa.work.casefile;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.identity.Account;
import zhangfa.process.Reading;
import zhangfa.ui.Faults;
import zhangfa.ui.Tried;

/** Answers what somebody does on the page of a case: with the page as the case is then, or as it was with what is wrong and what was typed. */
@Component
public class CaseReply {

    private final Tried tried;
    private final Reading reading;
    private final CasePages pages;

    CaseReply(Tried tried, Reading reading, CasePages pages) {
        this.tried = tried;
        this.reading = reading;
        this.pages = pages;
    }

    /**
     * Does it.
     *
     * @param did what is said when it was done, as a message key in braces
     */
    public ModelAndView to(Account who, UUID id, Typed typed, String did, RedirectAttributes after, Runnable deed) {
        return tried.of(
                () -> {
                    deed.run();
                    after.addFlashAttribute("flash", did);
                    return "redirect:/cases/" + id;
                },
                faults -> again(who, id, typed, faults));
    }

    private ModelAndView again(Account who, UUID id, Typed typed, Faults faults) {
        var page = pages.of(reading.caseFile(who, id), who, LocaleContextHolder.getLocale(), faults, typed);
        return new ModelAndView("work/casefile/show", Map.of("file", page, "faults", faults));
    }
}
