package zhangfa.work.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;

/** One's own views, for programs. */
@RestController
@RequestMapping("/api/v1/views")
class ViewApi {

    private final Views views;

    ViewApi(Views views) {
        this.views = views;
    }

    /** {@code from} and {@code until} are days such as 2026-10-31. */
    record Wish(
            @Nullable String name,
            @Nullable String status,
            @Nullable String process,
            @Nullable Boolean mine,
            @Nullable String from,
            @Nullable String until) {}

    /** {@code href} is the address of the list, which may be passed on: everybody sees what they may see. */
    record Shape(
            UUID id,
            String name,
            @Nullable String status,
            @Nullable String process,
            boolean mine,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String href) {

        static Shape of(View view) {
            var query = view.query();
            return new Shape(
                    view.id(),
                    view.name(),
                    query.status(),
                    query.process(),
                    query.mine(),
                    query.from(),
                    query.until(),
                    query.href());
        }
    }

    @GetMapping
    @SignedIn
    Listing<Shape> list(Account who) {
        return new Listing<>(views.of(who.id()).stream().map(Shape::of).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SignedIn
    Shape keep(@RequestBody Wish wish, Account who) {
        var query = CaseQuery.of(
                wish.status(), wish.process(), Boolean.TRUE.equals(wish.mine()), wish.from(), wish.until());
        if (!Objects.equals(query.status(), wish.status())) {
            throw Refusal.invalid("/status", "{form.enum}");
        }
        refuseNoDay("/from", wish.from());
        refuseNoDay("/until", wish.until());
        return Shape.of(views.keep(who.id(), wish.name() == null ? "" : wish.name(), query));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void forget(@PathVariable UUID id, Account who) {
        views.forget(who.id(), id);
    }

    private static void refuseNoDay(String pointer, @Nullable String day) {
        try {
            if (day != null) {
                LocalDate.parse(day);
            }
        } catch (DateTimeException e) {
            throw Refusal.invalid(pointer, "{form.format}");
        }
    }
}
