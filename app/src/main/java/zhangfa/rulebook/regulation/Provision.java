package zhangfa.rulebook.regulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A chapter, a section or an article of an edition; the same one keeps its id from edition to edition.
 *
 * @param number as it is written, 第三条; empty without one
 * @param revision how often it was changed in this edition: whoever changes it names the one that they saw
 */
public record Provision(
        UUID id,
        BigDecimal place,
        Level level,
        String number,
        String title,
        String text,
        List<Charge> duties,
        int revision) {

    private static final int EXCERPT = 30;

    /** The same words at the same level, whatever their number and place. */
    public boolean saysTheSameAs(Provision other) {
        return level == other.level
                && title.equals(other.title)
                && text.equals(other.text)
                && duties.equals(other.duties);
    }

    public Provision withId(UUID other) {
        return new Provision(other, place, level, number, title, text, duties, revision);
    }

    public boolean isArticle() {
        return level == Level.ARTICLE;
    }

    public List<String> paragraphs() {
        return text.lines().toList();
    }

    /** What it is called where it is spoken of. */
    public String name() {
        var line = text.lines().findFirst().orElse("");
        var words = title.isEmpty() ? line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line : title;
        return (number + " " + words).strip();
    }

    /** Heading, text and duties as one text, to be compared word by word. */
    public String whole() {
        var whole = new StringBuilder(title);
        if (!title.isEmpty() && !text.isEmpty()) {
            whole.append('\n');
        }
        whole.append(text);
        for (var duty : duties) {
            whole.append('\n').append(String.join(" · ", duty.who(), duty.does(), duty.by(), duty.evidence()));
        }
        return whole.toString();
    }
}
