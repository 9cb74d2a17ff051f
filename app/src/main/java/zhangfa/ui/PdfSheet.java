package zhangfa.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.springframework.core.io.ClassPathResource;

/** A PDF on A4 that is written from top to bottom, page after page. Lengths are points of 1/72 inch. */
public final class PdfSheet implements AutoCloseable {

    public static final float LEFT = 56;
    public static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 64;
    private static final float SMALL = 8;
    private static final float LEADING = 1.6f;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    public PdfSheet(String title, String language) throws IOException {
        try (InputStream file = new ClassPathResource("font/NotoSansSC-Regular.ttf").getInputStream()) {
            font = PDType0Font.load(document, file, true);
        }
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        page = next();
    }

    private PDPageContentStream next() throws IOException {
        var fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        y = TOP;
        return new PDPageContentStream(document, fresh);
    }

    /** Room for so much, on the next page where this one is full. */
    public void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            page.close();
            page = next();
        }
    }

    /** Leaves so much free. */
    public void space(float height) {
        y -= height;
    }

    /** How far up the page the next thing ends. */
    public float y() {
        return y;
    }

    /** A text in lines as broad as the sheet. */
    public void text(String text, float size) throws IOException {
        text(text, size, LEFT, WIDTH);
    }

    private void text(String text, float size, float x, float width) throws IOException {
        for (var line : lines(text, size, width)) {
            room(size * LEADING);
            y -= size * LEADING;
            show(line, size, x, y + size * 0.4f);
        }
    }

    /** Cells side by side, each in lines of its own, above a thin rule. */
    public void row(List<String> cells, List<Float> shares, float size) throws IOException {
        var lines = new ArrayList<List<String>>();
        var height = 0f;
        for (var column = 0; column < cells.size(); column++) {
            lines.add(lines(cells.get(column), size, shares.get(column) * WIDTH - 8));
            height = Math.max(height, lines.getLast().size() * size * LEADING);
        }
        var most = (int) ((TOP - BOTTOM) / (size * LEADING)) - 1;
        room(Math.min(height, most * size * LEADING) + 4);
        for (var line = 0; line * size * LEADING < height; line++) {
            room(size * LEADING);
            y -= size * LEADING;
            var x = LEFT;
            for (var column = 0; column < cells.size(); column++) {
                if (line < lines.get(column).size()) {
                    show(lines.get(column).get(line), size, x, y + size * 0.4f);
                }
                x += shares.get(column) * WIDTH;
            }
        }
        y -= 3;
        rule();
    }

    /** A thin line as broad as the sheet. */
    public void rule() throws IOException {
        page.setStrokingColor(0.8f);
        page.setLineWidth(0.5f);
        page.moveTo(LEFT, y);
        page.lineTo(LEFT + WIDTH, y);
        page.stroke();
    }

    /** A picture, its longer side so long. */
    public void image(byte[] png, float x, float bottom, float side) throws IOException {
        var image = PDImageXObject.createFromByteArray(document, png, "seal");
        var scale = side / Math.max(image.getWidth(), image.getHeight());
        page.drawImage(image, x, bottom, image.getWidth() * scale, image.getHeight() * scale);
    }

    /** Dark squares on a light ground, such as a QR code. */
    public void squares(boolean[][] dark, float x, float bottom, float side) throws IOException {
        var one = side / dark.length;
        page.setNonStrokingColor(0f);
        for (var row = 0; row < dark.length; row++) {
            for (var column = 0; column < dark.length; column++) {
                if (dark[row][column]) {
                    page.addRect(x + column * one, bottom + (dark.length - 1 - row) * one, one, one);
                }
            }
        }
        page.fill();
    }

    /** Strokes as a path of {@code M} and {@code L} within 600 by 200, drawn as broad as this. */
    public void strokes(String path, float width) throws IOException {
        var scale = width / 600;
        room(200 * scale + 4);
        var top = y;
        page.setStrokingColor(0.1f);
        page.setLineWidth(1);
        for (var part : path.split("(?=[ML])", -1)) {
            var place = part.substring(1).split(" ", -1);
            var x = LEFT + Integer.parseInt(place[0]) * scale;
            var at = top - Integer.parseInt(place[1]) * scale;
            if (part.startsWith("M")) {
                page.moveTo(x, at);
            } else {
                page.lineTo(x, at);
            }
        }
        page.stroke();
        y -= 200 * scale + 4;
    }

    private void show(String text, float size, float x, float baseline) throws IOException {
        page.beginText();
        page.setNonStrokingColor(0.12f);
        page.setFont(font, size);
        page.newLineAtOffset(x, baseline);
        page.showText(text);
        page.endText();
    }

    private List<String> lines(String text, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R", -1)) {
            var line = new StringBuilder();
            var length = 0f;
            for (var sign : printable(paragraph)
                    .codePoints()
                    .mapToObj(Character::toString)
                    .toList()) {
                var wide = font.getStringWidth(sign) / 1000 * size;
                if (length + wide > width && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    length = 0;
                }
                line.append(sign);
                length += wide;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** What the font does not draw becomes a box. */
    private String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(sign -> printable.append(isDrawn(sign) ? sign : "□"));
        return printable.toString();
    }

    private boolean isDrawn(String sign) {
        try {
            font.encode(sign);
            return true;
        } catch (IllegalArgumentException | IOException unknown) {
            return false;
        }
    }

    /** Ends the sheet: a foot on every page, then the whole file. */
    public void write(Foot foot, OutputStream output) throws IOException {
        page.close();
        var pages = document.getNumberOfPages();
        for (var number = 0; number < pages; number++) {
            page = new PDPageContentStream(document, document.getPage(number), AppendMode.APPEND, true, true);
            show(printable(foot.of(number + 1, pages)), SMALL, LEFT, 36);
            page.close();
        }
        document.save(output);
    }

    /** What stands at the foot of a page. */
    public interface Foot {
        String of(int page, int pages);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
