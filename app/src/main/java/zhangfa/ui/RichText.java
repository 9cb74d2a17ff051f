package zhangfa.ui;

import gg.jte.Content;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Shows what people write in Markdown; HTML inside it is shown as text, and links lead only where links may. */
public final class RichText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private RichText() {}

    public static Content shown(String markdown) {
        var html = HTML.render(PARSER.parse(markdown));
        return output -> output.writeContent(html);
    }
}
