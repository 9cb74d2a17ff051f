package zhangfa.rulebook.routine;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.FlowAction;
import zhangfa.process.Moment;
import zhangfa.register.Records;
import zhangfa.rulebook.control.FactRoom;
import zhangfa.rulebook.practice.Gathering;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.practice.Recording;

/** Carries out what a section's {@code steps.yaml} says of its service tasks, inside the command that reaches them. */
@Component
class SectionRoutines {

    private static final int MOST_ROWS = 100;
    private static final String OF_CASE = "case_id";

    private final Practices practices;
    private final FactRoom facts;
    private final Records records;
    private final Organization organization;
    private final ZoneId zone;

    SectionRoutines(
            Practices practices,
            FactRoom facts,
            Records records,
            Organization organization,
            @Value("${zhangfa.zone}") ZoneId zone) {
        this.practices = practices;
        this.facts = facts;
        this.records = records;
        this.organization = organization;
        this.zone = zone;
    }

    /** The answer of a query becomes a field of the case that nobody can write. */
    @FlowAction("rulebook.gather")
    Map<String, Object> gather(Moment moment) {
        var gathering = of(moment, Practice::gatherings, Gathering::step);
        try {
            var rows = facts.askHere(query(gathering, moment), MOST_ROWS).rows();
            rows.forEach(row -> row.entrySet()
                    .removeIf(cell -> cell.getValue() == null || cell.getKey().equals(OF_CASE)));
            return Map.of(gathering.field(), rows);
        } catch (DataAccessException failed) {
            var cause = String.valueOf(failed.getMostSpecificCause().getMessage());
            throw Refusal.conflict("{rulebook.routine.failed|" + cause.replaceAll("[{|}]", " ") + "}");
        }
    }

    private static String query(Gathering gathering, Moment moment) {
        return gathering.of() == null
                ? gathering.query()
                : "select * from (" + gathering.query() + ") gathered where " + OF_CASE + " = '" + moment.caseId()
                        + "'";
    }

    /** The number of the record becomes a field of the case, named as the register. */
    @FlowAction("rulebook.record")
    Map<String, Object> enter(Moment moment) {
        var recording = of(moment, Practice::recordings, Recording::step);
        var data = new HashMap<>(moment.form());
        data.putAll(moment.facts());
        var fields = new LinkedHashMap<String, String>();
        recording.fields().forEach((field, from) -> fields.put(field, value(from, data, moment)));
        var who = Objects.requireNonNullElse(moment.actor(), moment.initiator());
        return Map.of(recording.register(), records.enter(recording.register(), fields, recording.state(), who));
    }

    private <T> T of(Moment moment, Function<Practice, List<T>> routines, Function<T, String> step) {
        return practices
                .ofProcess(moment.process())
                .flatMap(practice -> routines.apply(practice).stream()
                        .filter(one -> step.apply(one).equals(moment.step()))
                        .findFirst())
                .orElseThrow(() -> Refusal.conflict("{rulebook.routine.unknown|" + moment.step() + "}"));
    }

    private String value(String from, Map<String, Object> data, Moment moment) {
        return switch (from) {
            case "@initiator" -> username(moment.initiator());
            case "@actor" -> username(moment.actor());
            case "@day" -> moment.at().atZone(zone).toLocalDate().toString();
            default -> Objects.toString(data.get(from), "");
        };
    }

    private String username(@Nullable UUID person) {
        return person == null
                ? ""
                : organization.person(person).map(Person::username).orElse("");
    }
}
