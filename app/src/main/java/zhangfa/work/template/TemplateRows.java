package zhangfa.work.template;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhangfa.process.Processes;
import zhangfa.work.design.DesignDesk;
import zhangfa.work.sheet.FieldLine;
import zhangfa.work.sheet.FieldList;

/** Says of each template what a reader wants to know before adopting it, and whether the company has it already. */
@Component
class TemplateRows {

    private final Templates templates;
    private final Processes processes;
    private final DesignDesk designs;

    TemplateRows(Templates templates, Processes processes, DesignDesk designs) {
        this.templates = templates;
        this.processes = processes;
        this.designs = designs;
    }

    List<TemplateRow> in(Locale locale) {
        var drawn = designs.keys();
        var published = processes.list().stream().map(Processes.Summary::key).collect(Collectors.toSet());
        return templates.all().stream()
                .map(template -> {
                    var key = template.key();
                    var place = published.contains(key)
                            ? "/processes/" + key
                            : drawn.contains(key) ? "/designs/" + key : "";
                    return row(template, place, locale);
                })
                .toList();
    }

    private static TemplateRow row(Template template, String place, Locale locale) {
        var said = template.in(locale);
        return new TemplateRow(
                template.key(),
                template.icon(),
                said.name(),
                said.purpose(),
                template.steps(locale),
                FieldList.of(template.form()).lines().stream()
                        .map((FieldLine line) -> line.name(locale))
                        .toList(),
                place);
    }
}
