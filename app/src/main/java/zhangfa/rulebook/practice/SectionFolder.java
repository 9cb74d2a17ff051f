package zhangfa.rulebook.practice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.source.SourceFile;

/** The files of one section folder by their names. */
public record SectionFolder(String path, Map<String, String> files) {

    private static final Set<String> KNOWN = Set.of(
            "section.yaml",
            "controls.yaml",
            "registers.yaml",
            "obligations.yaml",
            "steps.yaml",
            "process.bpmn",
            "form.json",
            "guide.md",
            "guide.zh-TW.md",
            "guide.en.md");

    public SectionFolder {
        files = Map.copyOf(files);
        for (var name : files.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new SourceFault(
                        path + "/" + name, "a section folder has no such file; known are " + new TreeSet<>(KNOWN));
            }
        }
    }

    /** As they were read, in the order of their names. */
    public List<SourceFile> sources() {
        return files.keySet().stream()
                .sorted()
                .map(name -> new SourceFile(path(name), text(name)))
                .toList();
    }

    public String text(String name) {
        var text = files.get(name);
        if (text == null) {
            throw new SourceFault(path(name), "the file is missing");
        }
        return text;
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    public String path(String name) {
        return path + "/" + name;
    }
}
