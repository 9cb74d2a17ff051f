package zhangfa.rulebook.load;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.rulebook.control.Controls;
import zhangfa.rulebook.obligation.Obligations;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.practice.SectionFolder;
import zhangfa.rulebook.source.KeptFiles;
import zhangfa.rulebook.source.RefusedFiles;
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.source.SourceFile;
import zhangfa.rulebook.source.Sources;
import zhangfa.rulebook.tree.RulebookShelf;
import zhangfa.rulebook.tree.RulebookTree;

/** Loads rulebooks and practices from their files; what has not changed is not written again. */
@Component
class RulebookLoader {

    private static final Logger log = LoggerFactory.getLogger(RulebookLoader.class);
    private static final String TREE = "rulebook.yaml";

    private final RulebookShelf shelf;
    private final Practices practices;
    private final Controls controls;
    private final Obligations obligations;
    private final KeptFiles files;
    private final RefusedFiles refusals;
    private final JdbcClient jdbc;

    RulebookLoader(
            RulebookShelf shelf,
            Practices practices,
            Controls controls,
            Obligations obligations,
            KeptFiles files,
            RefusedFiles refusals,
            JdbcClient jdbc) {
        this.shelf = shelf;
        this.practices = practices;
        this.controls = controls;
        this.obligations = obligations;
        this.files = files;
        this.refusals = refusals;
        this.jdbc = jdbc;
    }

    /** A rulebook's tree and the hash of its file. */
    private record ReadTree(SourceFile source, RulebookTree tree, String hash) {}

    /**
     * Reads everything first. A fault in a rulebook leaves all as it was; a section that is not as it must be is refused with the place and the reason, what
     * was loaded of it before stays, and every other one is loaded.
     */
    @Transactional
    Loaded load(List<SourceFile> sources) {
        var trees = sources.stream()
                .filter(file -> name(file).equals(TREE))
                .map(RulebookLoader::read)
                .toList();
        var references = new References(trees.stream().map(ReadTree::tree).toList());
        trees.forEach(tree -> references.check(tree.source().path(), tree.tree()));
        var read = new ArrayList<ReadFolder>();
        var kept = new ArrayList<String>();
        var refused = new ArrayList<SourceFault>();
        folders(sources).forEach((path, texts) -> {
            try {
                var section = ReadFolder.of(new SectionFolder(path, texts));
                references.check(section.file(), section.practice());
                read.add(section);
            } catch (SourceFault fault) {
                kept.add(ReadFolder.name(path, texts.getOrDefault(ReadFolder.SECTION, "")));
                refused.add(fault);
            }
        });
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rulebook.load'))")
                .query((row, number) -> true)
                .single();
        var sections = claiming(read, refused);
        read.forEach(section -> kept.add(section.practice().key()));
        practices.keepOnly(kept);
        var written = store(trees, sections);
        files.keepOnly(Stream.concat(
                        trees.stream()
                                .map(tree -> KeptFiles.ofRulebook(tree.tree().key())),
                        kept.stream().map(KeptFiles::ofSection))
                .toList());
        refusals.keep(refused);
        return new Loaded(written, refused);
    }

    /** Those to which all belongs that they name; who has a process keeps it. */
    private List<ReadFolder> claiming(List<ReadFolder> read, List<SourceFault> refused) {
        var processes = practices.all().stream()
                .collect(toMap(Practice::key, practice -> practice.process().key()));
        var claims = new Claims();
        return read.stream()
                .sorted(Comparator.comparing(section -> !section.practice()
                        .process()
                        .key()
                        .equals(processes.get(section.practice().key()))))
                .filter(section -> claims.claim(section).map(refused::add).isEmpty())
                .toList();
    }

    /** Those of sections, by their paths. */
    private static Map<String, Map<String, String>> folders(List<SourceFile> files) {
        var folders = files.stream()
                .collect(groupingBy(
                        RulebookLoader::folder, TreeMap::new, toMap(RulebookLoader::name, SourceFile::text)));
        folders.values().removeIf(texts -> !texts.containsKey(ReadFolder.SECTION));
        return Collections.unmodifiableMap(folders);
    }

    private List<String> store(List<ReadTree> trees, List<ReadFolder> sections) {
        shelf.keepOnly(trees.stream().map(tree -> tree.tree().key()).toList());
        var written = new ArrayList<String>();
        var parts = files.parts();
        for (var tree : trees) {
            var key = tree.tree().key();
            var fresh = shelf.put(tree.tree(), tree.hash());
            if (fresh) {
                written.add(key);
            }
            keep(KeptFiles.ofRulebook(key), List.of(tree.source()), fresh, parts);
        }
        for (var section : sections) {
            var key = section.practice().key();
            var fresh = practices.put(section.practice(), section.hash());
            if (fresh) {
                controls.put(key, section.controls());
                obligations.put(key, section.obligations());
                written.add(key);
            }
            keep(KeptFiles.ofSection(key), section.folder().sources(), fresh, parts);
        }
        if (!written.isEmpty()) {
            log.info(
                    "Rulebook loaded: {} of {} parts were new or changed",
                    written.size(),
                    trees.size() + sections.size());
        }
        return written;
    }

    /** Also what an older release loaded and did not keep. */
    private void keep(String part, List<SourceFile> sources, boolean fresh, Set<String> parts) {
        if (fresh || !parts.contains(part)) {
            files.keep(part, sources);
        }
    }

    private static ReadTree read(SourceFile file) {
        return new ReadTree(file, RulebookShelf.read(file), Sources.hash(Stream.of(file.text())));
    }

    private static String folder(SourceFile file) {
        var slash = file.path().lastIndexOf('/');
        return slash < 0 ? "" : file.path().substring(0, slash);
    }

    private static String name(SourceFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }
}
