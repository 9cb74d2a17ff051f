package zhangfa.process.run;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;

/** Numbers cases that begin: as their process lays down, else by month and one sequence for all. */
@Component
class Numbering {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM-");

    private final Organization organization;
    private final ZoneId zone;

    Numbering(Organization organization, @Value("${zhangfa.zone}") ZoneId zone) {
        this.organization = organization;
        this.zone = zone;
    }

    /** An expression that takes the next number as it is written, with what it asks for. */
    record Next(String expression, List<Object> values) {}

    Next of(CaseRow begun, Run run) {
        var day = begun.startedAt().atZone(zone).toLocalDate();
        return run.definition()
                .numbering()
                .map(rule -> new Next(
                        "process.next_number(?, ?, ?)",
                        List.of(
                                rule.head(
                                        day,
                                        organization
                                                .unit(begun.unit())
                                                .orElseThrow()
                                                .key()),
                                rule.width(),
                                rule.after())))
                .orElseGet(() -> new Next(
                        "? || to_char(nextval('process.case_number'), 'FM999999999000000')",
                        List.of(MONTH.format(day))));
    }
}
