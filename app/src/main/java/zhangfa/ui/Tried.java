package zhangfa.ui;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import zhangfa.api.Refusal;
import zhangfa.api.Words;

/** Answers a form that somebody sent: with the way on where it could be done, else with its page again and what is wrong. */
@Component
public class Tried {

    private final Words words;

    Tried(Words words) {
        this.words = words;
    }

    /**
     * Does it.
     *
     * @param deed tells where to go on
     * @param again the page of the form, with what is wrong
     */
    public ModelAndView of(Supplier<String> deed, Function<Faults, ModelAndView> again) {
        try {
            return new ModelAndView(deed.get());
        } catch (Refusal refusal) {
            var page = again.apply(Faults.of(refusal, words));
            page.setStatus(HttpStatus.valueOf(refusal.kind().status()));
            return page;
        }
    }
}
