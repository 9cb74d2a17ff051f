package zhangfa.notification.live;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.notification.OpenPages;

/** The stream of server-sent events of one open page. */
@Controller
class LiveController {

    private final OpenPages pages;

    LiveController(OpenPages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @SignedIn
    SseEmitter listen(
            Account who, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastHeard) {
        return pages.open(who, lastHeard != null);
    }
}
