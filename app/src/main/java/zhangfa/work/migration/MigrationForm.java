package zhangfa.work.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import zhangfa.api.Refusal;
import zhangfa.process.Migrations.Plan;

/** What was typed to take cases over; a line of the mapping is {@code old = new}. */
public record MigrationForm(String from, String to, String mapping, String comment) {

    static final MigrationForm EMPTY = new MigrationForm("", "", "", "");

    Plan plan(String process) {
        return new Plan(process, version("/from", from), version("/to", to), overrides());
    }

    private static int version(String field, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Refusal.invalid(field, "{form.required}");
        }
        return Integer.parseInt(text);
    }

    private Map<String, String> overrides() {
        var overrides = new LinkedHashMap<String, String>();
        mapping.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var sides = line.split("=", 2);
            if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
                throw Refusal.invalid("/mapping", "{work.migration.mapping.wrong}");
            }
            overrides.put(sides[0].strip(), sides[1].strip());
        });
        return overrides;
    }
}
