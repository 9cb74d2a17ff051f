package zhangfa.rulebook.tree;

import java.util.List;
import zhangfa.rulebook.source.Wording;

/**
 * One demand of an article: what must happen.
 *
 * @param inferred the source's wording is lost; the company confirms ours
 * @param twins the places of the other rulebook that demand the same
 */
public record Clause(String id, Wording title, boolean inferred, List<String> twins) {}
