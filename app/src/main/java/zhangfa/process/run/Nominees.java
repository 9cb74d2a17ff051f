package zhangfa.process.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowStep;
import zhangfa.flow.FlowStep.Mode;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Nominations;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;
import zhangfa.process.form.FormFault;

/**
 * Whom people name for later steps, by {@code strategy="nominated" by="initiator" among="unit:sales"}: asked for by the time the
 * route is sure to come there, and kept as a fact of the case.
 */
@Component
class Nominees implements Nominations {

    static final String STRATEGY = "nominated";

    private static final String FACT = "nominees";

    private final Definitions definitions;
    private final Organization organization;
    private final PeopleRules rules;
    private final Forecast forecast;

    Nominees(Definitions definitions, Organization organization, PeopleRules rules, Forecast forecast) {
        this.definitions = definitions;
        this.organization = organization;
        this.rules = rules;
        this.forecast = forecast;
    }

    @Override
    public List<Nomination> by(String process, @Nullable Integer version, String by) {
        var definition = version == null
                ? definitions.current(process).orElseThrow(Refusal::notThere)
                : definitions.version(process, version);
        return left(definition, by).stream()
                .map(step -> new Nomination(
                        step.id(),
                        definition.stepName(step.id(), LocaleContextHolder.getLocale()),
                        isMany(step),
                        named(step)))
                .toList();
    }

    /** Keeps whom somebody names who starts the case or agrees in a step, with whoever was named before. */
    void take(Run run, String by, Map<String, List<String>> given) {
        var steps = left(run.definition(), by);
        if (steps.isEmpty() && given.isEmpty()) {
            return;
        }
        var faults = new ArrayList<Fault>();
        given.keySet().stream()
                .filter(named -> steps.stream().noneMatch(step -> step.id().equals(named)))
                .forEach(named -> faults.add(fault(named, "{process.nominee.not-asked}")));
        var kept = new LinkedHashMap<String, Object>(kept(run.facts()));
        var ahead = forecast.steps(run);
        for (var step : steps) {
            var people = given.getOrDefault(step.id(), List.of()).stream()
                    .filter(name -> !name.isBlank())
                    .distinct()
                    .toList();
            if (!people.isEmpty()) {
                check(step, people, run, faults);
                kept.put(step.id(), people);
            } else if (!kept.containsKey(step.id()) && isDemanded(step, ahead)) {
                faults.add(fault(step.id(), "{form.required}"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        run.learn(Map.of(FACT, kept));
    }

    /** Whom somebody has named for this step. */
    static List<?> of(FlowStep step, Map<String, Object> data) {
        return kept(data).get(step.id()) instanceof List<?> named ? named : List.of();
    }

    private static Map<String, Object> kept(Map<String, Object> data) {
        var kept = new LinkedHashMap<String, Object>();
        if (data.get(FACT) instanceof Map<?, ?> named) {
            named.forEach((step, people) -> kept.put(String.valueOf(step), people));
        }
        return kept;
    }

    private static List<FlowStep> left(Definition definition, String by) {
        return definition.model().steps().stream()
                .filter(step -> step.assignment().strategy().equals(STRATEGY)
                        && by.equals(step.assignment().parameters().getOrDefault("by", FlowModel.INITIATOR)))
                .toList();
    }

    private static boolean isMany(FlowStep step) {
        return step.mode() != Mode.ANY
                || "true".equals(step.assignment().parameters().get("many"));
    }

    /** Where the model says what happens with nobody, naming nobody is a way too. */
    private static boolean isDemanded(FlowStep step, Set<String> ahead) {
        return ahead.contains(step.id()) && !step.notes().attributes().containsKey("empty");
    }

    private void check(FlowStep step, List<String> people, Run run, List<Fault> faults) {
        if (people.size() > 1 && !isMany(step)) {
            faults.add(fault(step.id(), "{process.nominee.one}"));
        }
        var among = among(step);
        var conflicted = run.conflicted(step.id());
        for (var name : people) {
            var person = organization.personNamed(name).filter(Person::active);
            if (person.isEmpty()) {
                faults.add(fault(step.id(), "{process.no-such-person|" + name.replaceAll("[{|}]", " ") + "}"));
            } else if (among != null && !among.contains(person.get().id())) {
                faults.add(fault(
                        step.id(), "{process.nominee.not-among|" + person.get().name() + "}"));
            } else if (conflicted.contains(person.get().id())) {
                faults.add(fault(
                        step.id(), "{process.nominee.apart|" + person.get().name() + "}"));
            }
        }
    }

    private static Fault fault(String step, String words) {
        return new Fault("/nominees/" + FormFault.escaped(step), words);
    }

    private Map<String, String> named(FlowStep step) {
        var named = new LinkedHashMap<String, String>();
        var among = among(step);
        if (among != null) {
            organization.people(among).stream()
                    .filter(Person::active)
                    .forEach(person -> named.put(person.username(), person.name()));
        }
        return named;
    }

    /** Null where anybody may be named. */
    private @Nullable List<UUID> among(FlowStep step) {
        var rule = step.assignment().parameters().get("among");
        return rule == null
                ? null
                : Arrays.stream(rule.split(","))
                        .flatMap(one -> rules.people(one.strip()).stream())
                        .distinct()
                        .toList();
    }
}
