package zhangfa.rulebook.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import zhangfa.rulebook.document.Unreadable.Reason;

/** The formats that are read; told by the content, by the name only where plain text can be several things. */
enum Format {
    WORD,
    PDF,
    HTML,
    MARKDOWN,
    TEXT;

    static Format of(byte[] content, String name) throws Unreadable {
        var start = new String(content, 0, Math.min(content.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return PDF;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return WORD;
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0") || start.startsWith("{\\rtf")) {
            throw new Unreadable(Reason.OLD_WORD);
        }
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var opening = start.replace("\u0000", "").stripLeading().toLowerCase(Locale.ROOT);
        if (ending.equals("html")
                || ending.equals("htm")
                || opening.matches("(?s)(.{0,3})<(!doctype html|html|head|body).*")) {
            return HTML;
        }
        return ending.equals("md") || ending.equals("markdown") ? MARKDOWN : TEXT;
    }
}
