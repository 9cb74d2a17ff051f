package zhangfa.rulebook.practice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.source.YamlMap;

/** Reads a section folder into a practice; what it names must exist in the folder. */
public final class SectionFile {

    private static final String WHO = "initiator|unit-head|position:[a-z][a-z0-9-]*|authority:[a-z][a-z0-9-]*";

    private final SectionFolder folder;
    private final PracticeProcess process;
    private final Set<String> steps;
    private final Set<String> controls;
    private final Set<String> obligations;

    private SectionFile(SectionFolder folder, String process, Set<String> controls, Set<String> obligations) {
        this.folder = folder;
        var guide = Guides.read(folder);
        this.process =
                new PracticeProcess(process, folder.text("process.bpmn"), form(), guide.introduction(), guide.parts());
        this.steps = guide.parts().stream().map(GuidePart::step).collect(Collectors.toSet());
        this.controls = controls;
        this.obligations = obligations;
    }

    /**
     * Reads a folder.
     *
     * @param controls the keys that the folder's controls.yaml defines
     * @param obligations the keys that its obligations.yaml defines
     */
    public static Practice read(SectionFolder folder, Set<String> controls, Set<String> obligations) {
        var top = YamlMap.read(folder.path("section.yaml"), folder.text("section.yaml"))
                .only("section", "rulebook", "title", "owner", "process", "legal_basis", "articles");
        var file = new SectionFile(folder, top.text("process"), controls, obligations);
        var articles = top.maps("articles").stream().map(file::article).toList();
        var steps = folder.has("steps.yaml")
                ? StepsFile.read(folder.path("steps.yaml"), folder.text("steps.yaml"))
                : StepsFile.NONE;
        return new Practice(
                top.text("section"),
                top.text("rulebook"),
                top.wording("title"),
                who(top, "owner"),
                top.maps("legal_basis").stream().map(SectionFile::law).toList(),
                articles,
                file.process,
                folder.has("registers.yaml")
                        ? RegistersFile.read(folder.path("registers.yaml"), folder.text("registers.yaml"))
                        : List.of(),
                steps.gatherings(),
                steps.recordings());
    }

    private String form() {
        try {
            return JsonMapper.shared().readTree(folder.text("form.json")).toString();
        } catch (JacksonException broken) {
            throw new SourceFault(
                    folder.path("form.json"),
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
                    broken.getOriginalMessage());
        }
    }

    private static LegalBasis law(YamlMap law) {
        law.only("title", "article", "valid_from");
        return new LegalBasis(law.text("title"), law.optionalText("article").orElse(null), law.text("valid_from"));
    }

    private PracticeArticle article(YamlMap article) {
        article.only("id", "text", "clauses");
        return new PracticeArticle(
                article.text("id"),
                article.wording("text"),
                article.maps("clauses").stream().map(this::clause).toList());
    }

    private PracticeClause clause(YamlMap clause) {
        clause.only("id", "steps", "controls", "obligations", "duties", "lacks");
        var named = clause.texts("steps");
        named.forEach(step -> described(clause, step));
        var watched = clause.texts("controls");
        watched.stream().filter(key -> !controls.contains(key)).forEach(key -> {
            throw clause.fault("controls.yaml has no control " + key);
        });
        var recurring = clause.texts("obligations");
        recurring.stream().filter(key -> !obligations.contains(key)).forEach(key -> {
            throw clause.fault("obligations.yaml has no obligation " + key);
        });
        return new PracticeClause(
                clause.text("id"),
                named,
                watched,
                recurring,
                clause.maps("duties").stream().map(this::duty).toList(),
                clause.maps("lacks").stream().map(YamlMap::asWording).toList());
    }

    private Duty duty(YamlMap duty) {
        duty.only("who", "step", "does", "by", "evidence");
        var step = duty.optionalText("step");
        step.ifPresent(named -> described(duty, named));
        return new Duty(
                who(duty, "who"),
                step.orElse(null),
                duty.wording("does"),
                duty.wording("by"),
                duty.wording("evidence"));
    }

    private void described(YamlMap place, String step) {
        if (!steps.contains(step)) {
            throw place.fault("guide.md does not describe the step " + step);
        }
    }

    private static String who(YamlMap place, String key) {
        var who = place.text(key);
        if (!who.matches(WHO)) {
            throw place.fault("\"" + who + "\" names nobody: initiator, unit-head, position:… or authority:…");
        }
        return who;
    }
}
