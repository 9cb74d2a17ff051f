package zhangfa.rulebook.structure;

import java.util.List;

/**
 * What was found in a document: its passages in the order of the text, each character in exactly one of them.
 *
 * @param mended places where a bad conversion had doubled characters
 */
public record Outline(List<Passage> passages, List<Mend> mended) {

    /** A line as it stood, and as it was read. */
    public record Mend(String stood, String read) {}

    public Outline {
        passages = List.copyOf(passages);
        mended = List.copyOf(mended);
    }

    public List<Passage> headings() {
        return passages.stream().filter(passage -> passage.kind().isHeading()).toList();
    }

    /** What the document is called, as far as it says so. */
    public String title() {
        return passages.stream()
                .filter(passage -> passage.kind() == Passage.Kind.TITLE)
                .map(Passage::title)
                .findFirst()
                .orElse("");
    }
}
