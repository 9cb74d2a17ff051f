package zhangfa.work.paper;

/**
 * A paper beside the journal of its case.
 *
 * @param same whether the journal says today what it said when the paper was issued
 * @param further whether the case went on since
 */
public record Comparison(boolean same, boolean further) {}
