package zhangfa.rulebook.practice;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import zhangfa.rulebook.source.Wording;

/**
 * The process of a practice with its form and operating guide.
 *
 * @param key the process id in the BPMN XML
 * @param form JSON Schema
 */
public record PracticeProcess(String key, String bpmn, String form, Wording introduction, List<GuidePart> guide) {

    public Optional<GuidePart> guideTo(String step) {
        return guide.stream().filter(part -> part.step().equals(step)).findFirst();
    }

    /** The guide as one Markdown text. */
    String guideIn(Locale locale) {
        return Stream.concat(
                        Stream.of(introduction.in(locale)),
                        guide.stream()
                                .map(part -> "## " + part.title().in(locale) + "\n\n"
                                        + part.body().in(locale)))
                .collect(joining("\n\n"));
    }
}
