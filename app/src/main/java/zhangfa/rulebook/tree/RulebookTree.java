package zhangfa.rulebook.tree;

import java.util.List;
import java.util.stream.Stream;
import zhangfa.rulebook.source.Wording;

/** One rulebook: its title, whom it binds, and its chapters. */
public record RulebookTree(String key, Wording title, Wording scope, List<Heading> chapters) {

    public Stream<Heading> headings() {
        return chapters.stream().flatMap(Heading::all);
    }

    public Stream<Heading> articles() {
        return chapters.stream().flatMap(Heading::articles);
    }

    public Stream<Clause> clauses() {
        return articles().flatMap(article -> article.clauses().stream());
    }
}
