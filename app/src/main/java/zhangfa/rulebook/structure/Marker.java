package zhangfa.rulebook.structure;

/**
 * A number that may begin a heading.
 *
 * @param from where it begins in the text, {@code to} where the heading's words begin
 * @param prefix what stands before the last number: {@code 1.2} in {@code 1.2.3}, mostly empty
 * @param outlined whether the document itself calls the line a heading
 */
record Marker(int from, int to, Numbering style, String prefix, int number, Place place, boolean outlined) {

    /** Where a number stands: the better the place, the likelier a heading. */
    enum Place {
        LINE,
        SENTENCE,
        MIDST
    }
}
