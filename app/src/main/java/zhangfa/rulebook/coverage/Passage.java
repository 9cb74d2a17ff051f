package zhangfa.rulebook.coverage;

import zhangfa.rulebook.tree.Heading;

/**
 * Where a clause stands.
 *
 * @param section the section above the article; the article itself where none is
 */
public record Passage(String rulebook, Heading chapter, Heading section, Heading article) {

    public boolean isBelowSection() {
        return !section.id().equals(article.id());
    }
}
