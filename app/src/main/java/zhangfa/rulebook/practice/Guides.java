package zhangfa.rulebook.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.source.Wording;

/** Reads the operating guide of a practice: one file per language, one part per step, the same steps in each. */
final class Guides {

    private static final Pattern PART = Pattern.compile("(?m)^## +([a-z][a-z0-9-]*) +(.+)$");

    private Guides() {}

    /** One language's guide. */
    private record Read(String introduction, Map<String, Part> parts) {

        Part part(String step) {
            return Objects.requireNonNull(parts.get(step));
        }
    }

    private record Part(String title, String body) {}

    /** The introduction and the parts, in the three languages. */
    record Guide(Wording introduction, List<GuidePart> parts) {}

    static Guide read(SectionFolder folder) {
        var simplified = language(folder, "guide.md");
        var traditional = language(folder, "guide.zh-TW.md");
        var english = language(folder, "guide.en.md");
        sameSteps(folder, "guide.zh-TW.md", simplified, traditional);
        sameSteps(folder, "guide.en.md", simplified, english);
        var parts = simplified.parts().keySet().stream()
                .map(step -> part(step, simplified.part(step), traditional.part(step), english.part(step)))
                .toList();
        return new Guide(
                new Wording(simplified.introduction(), traditional.introduction(), english.introduction()), parts);
    }

    private static GuidePart part(String step, Part simplified, Part traditional, Part english) {
        return new GuidePart(
                step,
                new Wording(simplified.title(), traditional.title(), english.title()),
                new Wording(simplified.body(), traditional.body(), english.body()));
    }

    private static Read language(SectionFolder folder, String name) {
        var text = folder.text(name);
        var parts = new LinkedHashMap<String, Part>();
        var headings = PART.matcher(text).results().toList();
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            var end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
            var body = text.substring(heading.end(), end).strip();
            if (parts.put(heading.group(1), new Part(heading.group(2).strip(), body)) != null) {
                throw new SourceFault(folder.path(name), "the step " + heading.group(1) + " is described twice");
            }
        }
        var opening = headings.isEmpty()
                ? text
                : text.substring(0, headings.getFirst().start());
        return new Read(opening.replaceFirst("(?m)\\A# .*$", "").strip(), parts);
    }

    private static void sameSteps(SectionFolder folder, String name, Read first, Read other) {
        if (!first.parts().keySet().equals(other.parts().keySet())) {
            throw new SourceFault(
                    folder.path(name),
                    "describes the steps " + other.parts().keySet() + ", but guide.md "
                            + first.parts().keySet());
        }
    }
}
