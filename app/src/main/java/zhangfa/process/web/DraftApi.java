package zhangfa.process.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Idempotency;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.process.Drafts;

/** One's own drafts: saved, listed, discarded and restored within a day; handing in is starting a case with what it holds. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftApi {

    private final Drafts drafts;

    DraftApi(Drafts drafts) {
        this.drafts = drafts;
    }

    /** A form as far as it goes, which need not be right. */
    record Wish(
            @Nullable String process,
            @Nullable JsonNode form,
            @Nullable String title) {}

    record Shape(UUID id, String process, @Nullable String title, Map<String, Object> form, Instant savedAt) {

        static Shape of(Drafts.Draft draft) {
            return new Shape(draft.id(), draft.process(), draft.title(), draft.form(), draft.savedAt());
        }
    }

    @GetMapping
    @SignedIn
    Listing<Shape> list(
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count,
            Account who) {
        return drafts.of(who, Window.of(size, after, count)).map(Shape::of);
    }

    @GetMapping("/{id}")
    @SignedIn
    Shape show(@PathVariable UUID id, Account who) {
        return Shape.of(drafts.find(who, id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SignedIn
    Shape begin(
            @RequestBody Wish wish,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        if (wish.process() == null || wish.process().isBlank()) {
            throw Refusal.invalid("/process", "{form.required}");
        }
        var id = command == null ? Keys.next() : command;
        drafts.save(who, id, wish.process(), wish.title(), Forms.fields(wish.form()));
        return Shape.of(drafts.find(who, id));
    }

    @PostMapping("/{id}/actions/save")
    @SignedIn
    Shape save(@PathVariable UUID id, @RequestBody Wish wish, Account who) {
        var before = drafts.find(who, id);
        drafts.save(
                who,
                id,
                before.process(),
                wish.title() == null ? before.title() : wish.title(),
                Forms.fields(wish.form()));
        return Shape.of(drafts.find(who, id));
    }

    @PostMapping("/{id}/actions/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void discard(@PathVariable UUID id, Account who) {
        drafts.discard(who, id);
    }

    @PostMapping("/{id}/actions/restore")
    @SignedIn
    Shape restore(@PathVariable UUID id, Account who) {
        drafts.restore(who, id);
        return Shape.of(drafts.find(who, id));
    }
}
