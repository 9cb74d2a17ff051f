package zhangfa.rulebook.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import zhangfa.rulebook.source.YamlMap;
import zhangfa.rulebook.tree.Heading.Level;

/** Reads a rulebook.yaml: ids are unique and say where their bearer stands. */
final class RulebookFile {

    private final Set<String> ids = new HashSet<>();
    private final Set<String> clauseIds = new HashSet<>();

    private RulebookFile() {}

    static RulebookTree read(String file, String text) {
        return new RulebookFile().tree(YamlMap.read(file, text).only("rulebook", "title", "scope", "chapters"));
    }

    private RulebookTree tree(YamlMap top) {
        var chapters = top.maps("chapters").stream().map(this::chapter).toList();
        return new RulebookTree(top.text("rulebook"), top.wording("title"), top.wording("scope"), chapters);
    }

    private Heading chapter(YamlMap chapter) {
        chapter.only("id", "number", "title", "twins", "sections");
        var id = claimed(chapter);
        var sections =
                chapter.maps("sections").stream().map(part -> section(id, part)).toList();
        return heading(chapter, id, Level.CHAPTER, sections, List.of());
    }

    private Heading section(String chapter, YamlMap section) {
        if (section.has("clauses")) {
            return article(chapter, section);
        }
        section.only("id", "number", "title", "twins", "articles");
        var id = claimedBelow(chapter, section);
        var articles =
                section.maps("articles").stream().map(part -> article(id, part)).toList();
        return heading(section, id, Level.SECTION, articles, List.of());
    }

    private Heading article(String above, YamlMap article) {
        article.only("id", "number", "title", "twins", "clauses");
        var id = claimedBelow(above, article);
        var clauses =
                article.maps("clauses").stream().map(part -> clause(id, part)).toList();
        if (clauses.isEmpty()) {
            throw article.fault("an article has at least one clause");
        }
        return heading(article, id, Level.ARTICLE, List.of(), clauses);
    }

    private Clause clause(String article, YamlMap clause) {
        clause.only("id", "title", "inferred", "twins");
        var id = clause.text("id");
        if (!id.matches(Pattern.quote(article) + "[a-z]?")) {
            throw clause.fault("clause " + id + " does not belong to article " + article);
        }
        if (!clauseIds.add(id)) {
            throw clause.fault("clause " + id + " stands here twice");
        }
        return new Clause(id, clause.wording("title"), clause.flag("inferred"), clause.texts("twins"));
    }

    private Heading heading(YamlMap source, String id, Level level, List<Heading> parts, List<Clause> clauses) {
        return new Heading(
                id, level, source.text("number"), source.wording("title"), source.texts("twins"), parts, clauses);
    }

    private String claimedBelow(String above, YamlMap part) {
        var id = claimed(part);
        if (!id.startsWith(above + ".")) {
            throw part.fault(id + " does not stand below " + above);
        }
        return id;
    }

    private String claimed(YamlMap part) {
        var id = part.text("id");
        if (!ids.add(id)) {
            throw part.fault("id " + id + " stands here twice");
        }
        return id;
    }
}
