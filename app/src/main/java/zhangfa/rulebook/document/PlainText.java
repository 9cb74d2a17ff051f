package zhangfa.rulebook.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhangfa.rulebook.document.Unreadable.Reason;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;

/** Reads plain text in the character sets in which Chinese is written. */
final class PlainText {

    /** Frequent in both ways of writing: of two readings of the same bytes the right one has more of them. */
    private static final String FREQUENT = "的一是在不了有和人之大公司管理制度规定規員员工作部門门應应及或為为以第章條条本行";

    private static final int WIDEST = 60;
    private static final int SLACK = 3;

    private PlainText() {}

    static Manuscript read(byte[] content) throws Unreadable {
        var lines = new ArrayList<Line>();
        for (var page : decoded(content).split("\f", -1)) {
            page.lines().map(Line::of).forEach(lines::add);
        }
        return new Manuscript(lines, isWrapped(lines));
    }

    static String decoded(byte[] content) throws Unreadable {
        var bytes = ByteBuffer.wrap(content);
        var text = marked(content)
                .or(() -> decoded(bytes, StandardCharsets.UTF_8))
                .or(() -> chinese(bytes))
                .orElseThrow(() -> new Unreadable(Reason.KIND));
        if (text.chars()
                        .filter(sign -> sign < ' ' && "\t\n\r\f".indexOf(sign) < 0)
                        .count()
                > text.length() / 200) {
            throw new Unreadable(Reason.KIND);
        }
        return text;
    }

    /** By the mark that the text begins with. */
    private static Optional<String> marked(byte[] content) {
        if (content.length > 2 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB && content[2] == (byte) 0xBF) {
            return decoded(ByteBuffer.wrap(content, 3, content.length - 3), StandardCharsets.UTF_8);
        }
        if (content.length > 1
                && (content[0] & 0xFF) + (content[1] & 0xFF) == 0xFE + 0xFF
                && content[0] != content[1]) {
            return (content[0] & 0xFF) >= 0xFE
                    ? decoded(ByteBuffer.wrap(content), StandardCharsets.UTF_16)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Nearly every text in Big5 can be read as GB 18030 too, but not with sense. */
    private static Optional<String> chinese(ByteBuffer bytes) {
        return Stream.of("GB18030", "Big5-HKSCS")
                .map(Charset::forName)
                .flatMap(charset -> decoded(bytes, charset).stream())
                .max((one, other) -> Long.compare(frequent(one), frequent(other)));
    }

    private static long frequent(String text) {
        return text.chars().filter(sign -> FREQUENT.indexOf(sign) >= 0).count();
    }

    private static Optional<String> decoded(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes.duplicate()).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** Whether most long lines end at the same place: then the paper ended there, not the paragraph. */
    private static boolean isWrapped(List<Line> lines) {
        var longest = lines.stream()
                .mapToInt(line -> line.text().stripTrailing().length())
                .max()
                .orElse(0);
        var full = lines.stream()
                .filter(line -> line.text().stripTrailing().length() >= longest - SLACK)
                .count();
        return longest <= WIDEST && longest > 15 && full > 4 && full * 4 > lines.size();
    }
}
