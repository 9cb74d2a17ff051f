package zhangfa.mining.log;

/**
 * The variants of a log and which of them each case took.
 *
 * @param variantOf by case, a position in the sequences of the variants
 */
@SuppressWarnings("ArrayRecordComponent") // one number for each case of perhaps a million
public record CaseVariants(Variants variants, int[] variantOf) {}
