package zhangfa.rulebook.checkup;

import java.util.List;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.source.Wording;

/**
 * A practice that ships with the product and that articles of the company's own rules ask for.
 *
 * @param practice its key
 * @param article the place of the shipped rulebook whose page it stands on
 */
public record Offer(String practice, Wording title, String article, boolean adopted, List<Article> askedFor) {}
