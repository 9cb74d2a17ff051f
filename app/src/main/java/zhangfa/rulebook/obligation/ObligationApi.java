package zhangfa.rulebook.obligation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** What has to be done again and again, for programs. */
@RestController
@RequestMapping("/api/v1/rulebook/obligations")
class ObligationApi {

    private final Obligations obligations;
    private final ObligationDesk desk;

    ObligationApi(Obligations obligations, ObligationDesk desk) {
        this.obligations = obligations;
        this.desk = desk;
    }

    /** An obligation; {@code every} is null and {@code within} said where a fact starts the time. */
    record Shape(
            String key,
            @Nullable String practice,
            String title,
            String article,
            @Nullable String every,
            @Nullable Integer workday,
            @Nullable String within,
            String owner,
            @Nullable String verifier,
            String proof,
            @Nullable String source,
            int revision,
            List<String> clauses) {

        static Shape of(Obligation one, Locale locale) {
            var schedule = one.when() instanceof When.Schedule found ? found : null;
            return new Shape(
                    one.key(),
                    one.practice(),
                    one.title().in(locale),
                    one.article(),
                    schedule == null ? null : schedule.rhythm().word(),
                    schedule == null ? null : schedule.workday(),
                    one.when() instanceof When.Clock clock ? clock.within() : null,
                    one.owner(),
                    one.verifier(),
                    one.proof().kind().word(),
                    one.proof().source(),
                    one.revision(),
                    one.clauses());
        }
    }

    /** One of the company's own, as it is to be; whoever changes one names the revision that they saw. */
    record Wish(
            @Nullable Integer revision,
            @Nullable String title,
            @Nullable String article,
            @Nullable String every,
            @Nullable Integer workday,
            @Nullable String owner,
            @Nullable String verifier,
            @Nullable String proof,
            @Nullable String source,
            @Nullable List<String> clauses) {

        ObligationForm form() {
            return new ObligationForm(
                    revision == null ? 0 : revision,
                    said(title),
                    said(article),
                    said(every),
                    workday == null ? "" : workday.toString(),
                    said(owner),
                    said(verifier),
                    said(proof),
                    said(source),
                    clauses == null ? List.of() : clauses);
        }

        private static String said(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** Those in force. */
    @GetMapping
    @SignedIn
    Listing<Shape> list(Locale locale) {
        return new Listing<>(
                obligations.inForce().stream().map(one -> Shape.of(one, locale)).toList(), null);
    }

    @GetMapping("/{key}")
    @SignedIn
    Shape show(@PathVariable String key, Locale locale) {
        return Shape.of(obligations.find(key).orElseThrow(Refusal::notThere), locale);
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    Shape add(@RequestBody Wish wish, Account who, Locale locale) {
        return show(desk.add(wish.form(), who.id()), locale);
    }

    @PutMapping("/{key}")
    @May(Permission.RULEBOOK_MANAGE)
    Shape change(@PathVariable String key, @RequestBody Wish wish, Account who, Locale locale) {
        desk.change(key, wish.form(), who.id());
        return show(key, locale);
    }

    @DeleteMapping("/{key}")
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String key, Account who) {
        desk.remove(key, who.id());
    }
}
