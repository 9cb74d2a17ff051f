package zhangfa.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import zhangfa.api.Refusal;
import zhangfa.api.Words;

/** Shows people a page, in their words, where something cannot be shown or done. */
@ControllerAdvice(annotations = Controller.class)
class Troubles implements ErrorViewResolver {

    private final Words words;

    Troubles(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        var text = refusal.faults().isEmpty()
                ? refusal.detail()
                : refusal.faults().getFirst().detail();
        return page(HttpStatus.valueOf(refusal.kind().status()), words.say(text));
    }

    @Override
    public ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, @Nullable Map<String, Object> model) {
        return page(status, null);
    }

    private ModelAndView page(HttpStatus status, @Nullable String text) {
        var kind = switch (status) {
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "missing";
            default -> status.is4xxClientError() ? "refused" : "failed";
        };
        var page = new ModelAndView("ui/trouble", status);
        page.addObject("title", words.say("{ui.trouble." + kind + "}"));
        page.addObject("text", text == null ? words.say("{ui.trouble." + kind + ".text}") : text);
        return page;
    }
}
