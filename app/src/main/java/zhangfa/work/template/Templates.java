package zhangfa.work.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import zhangfa.api.Refusal;
import zhangfa.work.plan.PlanReading;
import zhangfa.work.template.Template.Saying;

/** The templates that ship, in the order in which they are shown; read when somebody first asks. */
@Component
class Templates {

    private static final String FOLDER = "template/";

    private final Shelf shelf = new Shelf();

    /** As {@code templates.yaml} names it. */
    private record Entry(String key, String icon, Map<String, String> name, Map<String, String> purpose) {}

    private static final class Shelf {

        private volatile List<Template> all = List.of();

        List<Template> read() {
            if (all.isEmpty()) {
                all = new YAMLMapper()
                        .readValue(text("templates.yaml"), new TypeReference<List<Entry>>() {}).stream()
                                .map(Templates::template)
                                .toList();
            }
            return all;
        }
    }

    List<Template> all() {
        return shelf.read();
    }

    Template find(String key) {
        return all().stream()
                .filter(template -> template.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    private static Template template(Entry entry) {
        var folder = entry.key() + "/";
        var plan = PlanReading.read(text(folder + "process.bpmn")).plan();
        if (plan == null) {
            throw new IllegalStateException("The simple designer cannot show " + entry.key());
        }
        var said = new LinkedHashMap<String, Saying>();
        entry.name()
                .forEach((language, name) ->
                        said.put(language, new Saying(name, entry.purpose().getOrDefault(language, ""))));
        return new Template(entry.key(), entry.icon(), plan, text(folder + "form.json"), said);
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
