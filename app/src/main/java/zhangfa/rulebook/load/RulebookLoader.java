package zhangfa.rulebook.load;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.rulebook.control.Control;
import zhangfa.rulebook.control.Controls;
import zhangfa.rulebook.control.ControlsFile;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.rulebook.obligation.Obligations;
import zhangfa.rulebook.obligation.ObligationsFile;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.practice.SectionFile;
import zhangfa.rulebook.practice.SectionFolder;
import zhangfa.rulebook.source.SourceFile;
import zhangfa.rulebook.source.Sources;
import zhangfa.rulebook.source.YamlMap;
import zhangfa.rulebook.tree.RulebookShelf;
import zhangfa.rulebook.tree.RulebookTree;

/** Loads rulebooks and practices from their files; what has not changed is not written again. */
@Component
class RulebookLoader {

    private static final Logger log = LoggerFactory.getLogger(RulebookLoader.class);
    private static final String TREE = "rulebook.yaml";
    private static final String SECTION = "section.yaml";

    private final RulebookShelf shelf;
    private final Practices practices;
    private final Controls controls;
    private final Obligations obligations;
    private final JdbcClient jdbc;

    RulebookLoader(
            RulebookShelf shelf, Practices practices, Controls controls, Obligations obligations, JdbcClient jdbc) {
        this.shelf = shelf;
        this.practices = practices;
        this.controls = controls;
        this.obligations = obligations;
        this.jdbc = jdbc;
    }

    /** A practice with its controls and obligations, and the hash of its files. */
    private record ReadFolder(
            String file, Practice practice, List<Control> controls, List<Obligation> obligations, String hash) {}

    /** A rulebook's tree and the hash of its file. */
    private record ReadTree(String file, RulebookTree tree, String hash) {}

    /** Reads everything first: a fault anywhere leaves the rulebook in the database as it was. Answers what was written. */
    @Transactional
    List<String> load(List<SourceFile> files) {
        var folders = files.stream()
                .collect(groupingBy(
                        RulebookLoader::folder, TreeMap::new, toMap(RulebookLoader::name, SourceFile::text)));
        var trees = files.stream()
                .filter(file -> name(file).equals(TREE))
                .map(RulebookLoader::read)
                .toList();
        var sections = folders.entrySet().stream()
                .filter(folder -> folder.getValue().containsKey(SECTION))
                .map(folder -> read(new SectionFolder(folder.getKey(), folder.getValue())))
                .toList();
        check(trees, sections);
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rulebook.load'))")
                .query((row, number) -> true)
                .single();
        return store(trees, sections);
    }

    private static void check(List<ReadTree> trees, List<ReadFolder> sections) {
        var references = new References(trees.stream().map(ReadTree::tree).toList());
        trees.forEach(tree -> references.check(tree.file(), tree.tree()));
        sections.forEach(section -> references.check(section.file(), section.practice()));
        References.check(sections.stream().map(ReadFolder::practice).toList());
    }

    private List<String> store(List<ReadTree> trees, List<ReadFolder> sections) {
        shelf.keepOnly(trees.stream().map(tree -> tree.tree().key()).toList());
        practices.keepOnly(
                sections.stream().map(section -> section.practice().key()).toList());
        var written = new ArrayList<String>();
        for (var tree : trees) {
            if (shelf.put(tree.tree(), tree.hash())) {
                written.add(tree.tree().key());
            }
        }
        for (var section : sections) {
            if (practices.put(section.practice(), section.hash())) {
                controls.put(section.practice().key(), section.controls());
                obligations.put(section.practice().key(), section.obligations());
                written.add(section.practice().key());
            }
        }
        if (!written.isEmpty()) {
            log.info(
                    "Rulebook loaded: {} of {} parts were new or changed",
                    written.size(),
                    trees.size() + sections.size());
        }
        return written;
    }

    private static ReadTree read(SourceFile file) {
        return new ReadTree(file.path(), RulebookShelf.read(file), Sources.hash(Stream.of(file.text())));
    }

    private static ReadFolder read(SectionFolder folder) {
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
        return new ReadFolder(file, practice, controls, obligations, hash);
    }

    private static String folder(SourceFile file) {
        var slash = file.path().lastIndexOf('/');
        return slash < 0 ? "" : file.path().substring(0, slash);
    }

    private static String name(SourceFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }
}
