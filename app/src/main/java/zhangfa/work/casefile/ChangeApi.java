package zhangfa.work.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.Reading;

/** The history of a case's fields for programs, the newest change first. */
@RestController
class ChangeApi {

    private final Reading reading;
    private final FieldHistory history;

    ChangeApi(Reading reading, FieldHistory history) {
        this.reading = reading;
        this.history = history;
    }

    @GetMapping("/api/v1/cases/{id}/changes")
    @SignedIn
    Map<String, List<FieldChange>> list(@PathVariable UUID id, Account who, Locale locale) {
        return Map.of("items", history.of(reading.caseFile(who, id), locale));
    }
}
