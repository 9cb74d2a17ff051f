package zhangfa.work.template;

import java.util.List;
import java.util.Locale;
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
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Templates for programs. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplateApi {

    private final TemplateRows rows;
    private final AdoptionDesk desk;

    TemplateApi(TemplateRows rows, AdoptionDesk desk) {
        this.rows = rows;
        this.desk = desk;
    }

    record Shape(String key, String name, String purpose, List<String> steps, List<String> fields, boolean adopted) {}

    /** {@code version} is null where it lies on the drawing board, and {@code unmanned} names the steps without people. */
    record Adoption(String key, @Nullable Integer version, List<String> unmanned) {}

    @GetMapping
    @May(Permission.PROCESS_PUBLISH)
    Listing<Shape> list(Locale locale) {
        return new Listing<>(
                rows.in(locale).stream()
                        .map(row -> new Shape(
                                row.key(),
                                row.name(),
                                row.purpose(),
                                row.steps().stream()
                                        .map(Template.StepLine::name)
                                        .toList(),
                                row.fields(),
                                !row.isFree()))
                        .toList(),
                null);
    }

    @PostMapping("/{key}/adoption")
    @ResponseStatus(HttpStatus.CREATED)
    @May(Permission.PROCESS_PUBLISH)
    Adoption adopt(@PathVariable String key, @RequestParam(defaultValue = "true") boolean publish, Account who) {
        var adopted = desk.adopt(key, publish, who);
        return new Adoption(adopted.key(), adopted.version(), adopted.unmanned());
    }
}
