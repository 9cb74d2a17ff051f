package zhangfa.rulebook.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.document.Unreadable.Reason;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Manuscript.Role;

/** Reads the text of a web page as it is seen: nothing is run, nothing is fetched. */
final class HtmlText implements NodeVisitor {

    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "head", "iframe", "object", "svg");

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int outline;
    private int cells;

    private HtmlText() {}

    static Manuscript read(byte[] content) throws Unreadable {
        try {
            var page = Jsoup.parse(new ByteArrayInputStream(content), declared(content), "");
            page.select(String.join(",", UNSEEN)).remove();
            var text = new HtmlText();
            page.body().traverse(text);
            text.end(false);
            return new Manuscript(text.lines, false);
        } catch (IOException | UncheckedIOException broken) {
            throw new Unreadable(Reason.DAMAGED);
        }
    }

    /** A page that declares nothing is read as plain text is; null lets the page say it. */
    private static @Nullable String declared(byte[] content) {
        var start = new String(content, 0, Math.min(content.length, 2048), StandardCharsets.ISO_8859_1);
        return start.toLowerCase(Locale.ROOT).contains("charset") || isUtf8(content) ? null : "GB18030";
    }

    private static boolean isUtf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            open.append(text.text());
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "br" -> end(false);
                case "img", "picture" -> open.append(Manuscript.PICTURE);
                case "tr" -> cells = 0;
                case "td", "th" -> open.append(cells++ == 0 ? "" : " | ");
                default -> begin(element);
            }
        }
    }

    private void begin(Element element) {
        if (element.isBlock()) {
            end(false);
        }
        if (element.normalName().matches("h[1-6]")) {
            outline = element.normalName().charAt(1) - '0';
        }
        if (element.is("ol > li")) {
            open.append(element.elementSiblingIndex() + 1).append(". ");
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element
                && element.isBlock()
                && !element.normalName().matches("td|th")) {
            end(element.normalName().equals("tr") && cells > 1);
        }
    }

    private void end(boolean row) {
        var text = open.toString().strip();
        open.setLength(0);
        if (!text.isEmpty()) {
            lines.add(new Line(text, outline, 0, row ? Role.ROW : Role.TEXT));
        }
        outline = 0;
    }
}
