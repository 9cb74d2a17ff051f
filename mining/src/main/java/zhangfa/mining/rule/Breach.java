package zhangfa.mining.rule;

/**
 * Where a case breaks a rule.
 *
 * @param caseNumber the case in its log
 * @param event the event that breaks the rule; {@link #NOTHING} where it is broken by what did not happen
 */
public record Breach(int caseNumber, int event) {

    /** No event can be pointed at. */
    public static final int NOTHING = -1;
}
