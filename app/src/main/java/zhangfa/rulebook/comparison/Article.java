package zhangfa.rulebook.comparison;

import java.util.List;
import java.util.regex.Pattern;
import zhangfa.rulebook.structure.Folding;

/**
 * An article as it is checked.
 *
 * @param key tells it from all others
 * @param where what leads to it: 三、（四）2. or 第三条
 */
public record Article(String key, String where, String title, String text) {

    private static final int EXCERPT = 18;

    private static final Pattern SENTENCE = Pattern.compile("[^。；;！!？?\\n]+[。；;！!？?]?");
    /** They say why, for whom and in which words, and give nobody anything to do. */
    private static final Pattern FRAME = Pattern.compile("目的|宗旨|总则|适用范围|范围|原则|定义|术语|依据|附则|解释|生效|施行");
    /** The same, where they have no title. */
    private static final Pattern FRAME_SENTENCE =
            Pattern.compile("^(?:为|依据|根据).{0,120}[制订]定本|^本(?:制度|办法|规定|细则|规范|守则|规程)(?:自|适用|由.{0,20}解释)", Pattern.DOTALL);

    /** Title and text in one way of writing, to be searched. */
    public String folded() {
        return Folding.folded(title + "\n" + text);
    }

    public List<String> sentences() {
        return SENTENCE.matcher(text)
                .results()
                .map(found -> found.group().strip())
                .filter(one -> !one.isEmpty())
                .toList();
    }

    public boolean isFrame() {
        return FRAME.matcher(Folding.folded(title)).find()
                || FRAME_SENTENCE.matcher(Folding.folded(text)).find();
    }

    /** What a reader calls it where its text stands beside. */
    public String name() {
        return (where + " " + title).strip();
    }

    /** What a reader calls it where nothing else says what it is about. */
    public String excerpt() {
        if (!title.isEmpty()) {
            return name();
        }
        var line = text.lines().findFirst().orElse("");
        return (where + " " + (line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line)).strip();
    }
}
