package zhangfa.rulebook.document;

import zhangfa.rulebook.document.Unreadable.Reason;
import zhangfa.rulebook.structure.Manuscript;

/** Reads a document, whatever its format. Trusts no limit of a library: run it where running out of memory hurts nobody. */
final class Reader {

    private static final int LONGEST = 2_000_000;
    private static final int MOST_LINES = 100_000;

    private Reader() {}

    static Manuscript read(byte[] content, String name) throws Unreadable {
        var manuscript = switch (Format.of(content, name)) {
            case WORD -> WordText.read(content);
            case PDF -> PdfText.read(content);
            case HTML -> HtmlText.read(content);
            case MARKDOWN -> MarkdownText.read(PlainText.decoded(content));
            case TEXT -> PlainText.read(content);
        };
        long length = 0;
        for (var line : manuscript.lines()) {
            length += line.text().length();
        }
        if (length > LONGEST || manuscript.lines().size() > MOST_LINES) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
        if (manuscript.text().isBlank()) {
            throw new Unreadable(Reason.EMPTY);
        }
        return manuscript;
    }
}
