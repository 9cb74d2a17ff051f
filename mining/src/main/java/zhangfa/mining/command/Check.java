package zhangfa.mining.command;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Moments;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;
import zhangfa.mining.rule.Breach;
import zhangfa.mining.rule.Rule;
import zhangfa.mining.time.WorkingTime;

/** Where a log breaks rules, which stand in a JSON file as {@code [{"rule":"four-eyes","one":"a","other":"b"},…]}. */
final class Check implements Verb {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String usage() {
        return "LOG RULES.json [--calendar CALENDAR.json] " + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        var options = new TreeSet<>(LogArguments.OPTIONS);
        options.add("calendar");
        arguments.only(options);
        var files = arguments.files("LOG", "RULES");
        var file = arguments.option("calendar");
        var calendar = file.isPresent() ? CalendarFile.read(LogArguments.path(file.get())) : WorkingTime.ALWAYS;
        var written = rules(files.get(1));
        var rules = new ArrayList<Rule>();
        for (var one : written) {
            rules.add(rule(one, rules.size() + 1, calendar));
        }
        var log = LogArguments.read(files.getFirst(), arguments, Reading.USUAL.withoutAttributes());
        answer.writeStartObject();
        answer.writeNumberProperty("cases", log.cases());
        answer.writeArrayPropertyStart("rules");
        for (var i = 0; i < rules.size(); i++) {
            write(log, written.get(i), rules.get(i).breaches(log), answer);
        }
        answer.writeEndArray();
        answer.writeEndObject();
    }

    private static JsonNode rules(String file) throws IOException, Misuse, Refusal {
        try {
            var rules = new JsonMapper().readTree(Files.readAllBytes(LogArguments.path(file)));
            if (rules.isArray()) {
                return rules;
            }
        } catch (JacksonException e) {
            throw new Refusal("The rules are not JSON: " + e.getOriginalMessage());
        }
        throw new Refusal("The rules are no array");
    }

    private static Rule rule(JsonNode one, int number, WorkingTime calendar) throws Refusal {
        try {
            return switch (text(one, "rule")) {
                case "exists" ->
                    new Rule.Exists(
                            text(one, "activity"),
                            one.path("at_least").asInt(1),
                            one.path("at_most").asInt(Integer.MAX_VALUE));
                case "precedes" -> new Rule.Precedes(text(one, "first"), text(one, "then"));
                case "responds" ->
                    new Rule.Responds(
                            text(one, "asked"),
                            text(one, "answer"),
                            Duration.parse(one.path("within").asString("P36500D")),
                            calendar);
                case "excludes" -> new Rule.Excludes(text(one, "one"), text(one, "other"));
                case "four-eyes" -> new Rule.FourEyes(text(one, "one"), text(one, "other"));
                case "done-by" -> new Rule.DoneBy(text(one, "activity"), new HashSet<>(texts(one, "resources")));
                default -> throw new IllegalArgumentException("there is no rule " + text(one, "rule"));
            };
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new Refusal("Rule %d: %s".formatted(number, e.getMessage()));
        }
    }

    private static String text(JsonNode one, String key) {
        var text = one.path(key);
        if (!text.isString()) {
            throw new IllegalArgumentException("\"%s\" is a text".formatted(key));
        }
        return text.asString();
    }

    private static List<String> texts(JsonNode one, String key) {
        if (!one.path(key).isArray()) {
            throw new IllegalArgumentException("\"%s\" is an array of texts".formatted(key));
        }
        var texts = new ArrayList<String>();
        one.path(key).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static void write(EventLog log, JsonNode rule, List<Breach> breaches, JsonGenerator answer) {
        answer.writeStartObject();
        answer.writeName("rule");
        answer.writeRawValue(rule.toString());
        answer.writeNumberProperty(
                "broken_cases",
                breaches.stream().mapToInt(Breach::caseNumber).distinct().count());
        answer.writeArrayPropertyStart("breaches");
        for (var breach : breaches) {
            answer.writeStartObject();
            answer.writeStringProperty("case", log.caseName(breach.caseNumber()));
            if (breach.event() != Breach.NOTHING) {
                answer.writeStringProperty("activity", log.activities().get(log.activity(breach.event())));
                if (log.end(breach.event()) != EventLog.NO_TIME) {
                    answer.writeStringProperty(
                            "time", Moments.instant(log.end(breach.event())).toString());
                }
            }
            answer.writeEndObject();
        }
        answer.writeEndArray();
        answer.writeEndObject();
    }
}
