package zhangfa.rulebook.load;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.TreeMap;
import zhangfa.rulebook.control.Control;
import zhangfa.rulebook.control.ControlsFile;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.rulebook.obligation.ObligationsFile;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.SectionFile;
import zhangfa.rulebook.practice.SectionFolder;
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.source.Sources;
import zhangfa.rulebook.source.YamlMap;

/** A practice with its controls and obligations, and the hash of its files. */
record ReadFolder(
        SectionFolder folder, Practice practice, List<Control> controls, List<Obligation> obligations, String hash) {

    static final String SECTION = "section.yaml";

    /** What the section is called as far as that can be read; else as its folder. */
    static String name(String path, String text) {
        try {
            return YamlMap.read(path, text).text("section");
        } catch (SourceFault unreadable) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    String file() {
        return folder.path(SECTION);
    }

    static ReadFolder of(SectionFolder folder) {
        var file = folder.path(SECTION);
        var key = YamlMap.read(file, folder.text(SECTION)).text("section");
        var controls = folder.has("controls.yaml")
                ? ControlsFile.read(folder.path("controls.yaml"), folder.text("controls.yaml"), key)
                : List.<Control>of();
        var obligations = folder.has("obligations.yaml")
                ? ObligationsFile.read(folder.path("obligations.yaml"), folder.text("obligations.yaml"), key)
                : List.<Obligation>of();
        var practice = SectionFile.read(
                folder,
                controls.stream().map(Control::key).collect(toSet()),
                obligations.stream().map(Obligation::key).collect(toSet()));
        var texts = new TreeMap<>(folder.files());
        var hash = Sources.hash(texts.entrySet().stream().map(entry -> entry.getKey() + "\n" + entry.getValue()));
        return new ReadFolder(folder, practice, controls, obligations, hash);
    }
}
