package zhangfa.rulebook.article;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.coverage.Evidence;
import zhangfa.rulebook.coverage.Mark;
import zhangfa.rulebook.coverage.Passage;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.PracticeArticle;

/**
 * An article as its page shows it.
 *
 * @param practice what carries it out, or null where nothing does
 * @param text the article in full, as the practice has it
 */
public record ArticlePage(
        Passage passage,
        Mark mark,
        List<ClauseView> clauses,
        List<Twin> twins,
        @Nullable Practice practice,
        @Nullable PracticeArticle text,
        Evidence evidence) {

    /** A place of the other rulebook that demands the same. */
    public record Twin(String id, String title, String href) {}

    public boolean isAdopted() {
        return clauses.stream().anyMatch(clause -> clause.standing().adopted());
    }
}
