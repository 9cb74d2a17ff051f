package zhangfa.rulebook.practice;

import java.util.List;
import zhangfa.rulebook.source.Wording;

/** An article in full, and how each of its clauses is carried out. */
public record PracticeArticle(String id, Wording text, List<PracticeClause> clauses) {}
