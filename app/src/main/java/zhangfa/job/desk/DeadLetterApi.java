package zhangfa.job.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Jobs that failed for good, for programs. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterApi {

    private final DeadLetters letters;

    DeadLetterApi(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    Listing<DeadLetter> list(
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return letters.list(Window.of(size, after));
    }

    @PostMapping("/{id}/actions/retry")
    @May(Permission.SYSTEM_OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable UUID id, Account who) {
        letters.retry(id, who);
    }

    @PostMapping("/{id}/actions/discard")
    @May(Permission.SYSTEM_OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, Account who) {
        letters.discard(id, who);
    }
}
