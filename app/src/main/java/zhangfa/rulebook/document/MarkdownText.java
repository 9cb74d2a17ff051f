package zhangfa.rulebook.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;

/** Reads Markdown: its headings are headings, its lists keep their numbers, its HTML is text. */
final class MarkdownText extends AbstractVisitor {

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private MarkdownText() {}

    static Manuscript read(String markdown) {
        var text = new MarkdownText();
        Parser.builder().maxOpenBlockParsers(50).build().parse(markdown).accept(text);
        return new Manuscript(text.lines, false);
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        end(heading.getLevel());
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        end(0);
    }

    @Override
    public void visit(ListItem item) {
        if (item.getParent() instanceof OrderedList list) {
            var number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
            for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
                number++;
            }
            open.append(number).append(list.getMarkerDelimiter()).append(' ');
        }
        visitChildren(item);
    }

    @Override
    public void visit(Text text) {
        open.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        open.append(code.getLiteral());
    }

    @Override
    public void visit(Image image) {
        open.append(Manuscript.PICTURE);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        end(0);
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        end(0);
    }

    @Override
    public void visit(HtmlInline html) {
        open.append(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        literal(html.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        literal(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        literal(code.getLiteral());
    }

    private void literal(String text) {
        text.lines().map(Line::of).forEach(lines::add);
    }

    private void end(int outline) {
        var text = open.toString().strip();
        open.setLength(0);
        if (!text.isEmpty()) {
            lines.add(Line.heading(text, outline));
        }
    }
}
