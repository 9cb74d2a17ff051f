package zhangfa.rulebook.export;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.process.Processes;
import zhangfa.rulebook.practice.Adoptions;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.source.KeptFiles;
import zhangfa.rulebook.source.KeptFiles.KeptFile;
import zhangfa.rulebook.source.SourceFile;

/** Gives back the folder that was loaded: word for word, save for models and forms that the company has changed since. */
@Component
public class RulebookFolder {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeptFiles kept;
    private final Practices practices;
    private final Adoptions adoptions;
    private final Processes processes;

    RulebookFolder(KeptFiles kept, Practices practices, Adoptions adoptions, Processes processes) {
        this.kept = kept;
        this.practices = practices;
        this.adoptions = adoptions;
        this.processes = processes;
    }

    /** In the order of their paths, as {@code ZHANGFA_RULEBOOK} takes them. */
    @Transactional(readOnly = true)
    public List<SourceFile> files() {
        var adopted = adoptions.adopted();
        var running = practices.all().stream()
                .filter(practice -> adopted.contains(practice.key()))
                .collect(toMap(practice -> KeptFiles.ofSection(practice.key()), Function.identity()));
        return kept.all().stream().map(file -> asItRuns(file, running)).toList();
    }

    private SourceFile asItRuns(KeptFile file, Map<String, Practice> running) {
        var practice = running.get(file.part());
        var path = file.file().path();
        if (practice == null || !(path.endsWith("/process.bpmn") || path.endsWith("/form.json"))) {
            return file.file();
        }
        return processes
                .source(practice.process().key())
                .flatMap(source -> path.endsWith("/form.json")
                        ? changedForm(source.form(), practice.process().form())
                        : Optional.of(source.bpmn()))
                .map(text -> new SourceFile(path, text))
                .orElse(file.file());
    }

    /** A form that says the same stays as it is written. */
    private static Optional<String> changedForm(@Nullable String form, String loaded) {
        var present = JSON.readTree(Objects.requireNonNullElse(form, "{}"));
        return present.equals(JSON.readTree(loaded)) ? Optional.empty() : Optional.of(present.toPrettyString() + "\n");
    }
}
