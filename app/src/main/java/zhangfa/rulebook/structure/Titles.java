package zhangfa.rulebook.structure;

import java.util.regex.Pattern;

/** Tells a heading's title from the text that follows it, also where nothing stands between the two. */
final class Titles {

    private static final int LONGEST = 40;
    private static final int LONGEST_IN_SENTENCE = 15;
    private static final Pattern SENTENCE = Pattern.compile("[。;!?,]");
    private static final Pattern BRACKETED =
            Pattern.compile("\\s*(?:【([^】]{1,20})】|\\(([^)]{2,20})\\)|\\[([^]]{1,20})])\\s*");
    private static final Pattern LIST_FOLLOWS = Pattern.compile("下列|以下|如下|包括|分别|之一");
    private static final Pattern SPACED = Pattern.compile("\\s*(\\S{2,15})\\s+(\\S.*)", Pattern.DOTALL);
    private static final Pattern BEGINS_SENTENCE = Pattern.compile("(?:为了?|根据|本|凡|各|对|由|公司|员工|在|应|如|除|因|按).{3,}");

    private Titles() {}

    /**
     * How many characters of a heading's words are its title; 0 where they are text at once.
     *
     * @param words folded, from behind the number to the next heading
     * @param runOn whether the document does not give headings lines of their own
     * @param width how long a full line is; 0 where lines are paragraphs
     */
    static int length(String words, boolean runOn, int width) {
        var end = words.indexOf('\n');
        var line = end < 0 ? words : words.substring(0, end);
        var bracketed = BRACKETED.matcher(line);
        if (bracketed.lookingAt() && bracketed.end() < words.length()) {
            return bracketed.end();
        }
        if (isWholeTitle(line, words, width)) {
            return line.length();
        }
        var colon = line.indexOf(':');
        if (colon > 1
                && colon <= LONGEST_IN_SENTENCE
                && isTitle(line.substring(0, colon))
                && colon + 1 < words.strip().length()) {
            return colon + 1;
        }
        var spaced = SPACED.matcher(line);
        if (spaced.matches() && isTitle(spaced.group(1)) && line.length() > LONGEST) {
            return spaced.end(1);
        }
        return runOn ? TitleCut.length(line) : 0;
    }

    private static boolean isWholeTitle(String line, String words, int width) {
        if (line.isBlank()
                || line.strip().length() > LONGEST
                || SENTENCE.matcher(line).find()
                || line.strip().endsWith(":")) {
            return false;
        }
        var goesOn = width > 0
                && line.length() > 0.8 * width
                && words.strip().length() > line.strip().length();
        var isSentence = words.strip().length() == line.strip().length()
                && BEGINS_SENTENCE.matcher(line.strip()).matches()
                && line.strip().length() > LONGEST_IN_SENTENCE;
        return !goesOn && !isSentence;
    }

    private static boolean isTitle(String words) {
        return !words.isBlank()
                && !SENTENCE.matcher(words).find()
                && !LIST_FOLLOWS.matcher(words).find();
    }
}
