package zhangfa.rulebook.document;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import zhangfa.rulebook.document.Unreadable.Reason;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Manuscript.Role;

/** Reads the text of a PDF, page by page; letters that were printed twice to look bold are read once. */
final class PdfText {

    private static final int MOST_PAGES = 2_000;

    private PdfText() {}

    static Manuscript read(byte[] content) throws Unreadable {
        try (var document = Loader.loadPDF(content)) {
            return read(document);
        } catch (InvalidPasswordException locked) {
            throw new Unreadable(Reason.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw new Unreadable(Reason.DAMAGED);
        }
    }

    private static Manuscript read(PDDocument document) throws IOException, Unreadable {
        if (document.getNumberOfPages() > MOST_PAGES) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
        var text = new PDFTextStripper();
        text.setSortByPosition(true);
        text.setSuppressDuplicateOverlappingText(true);
        text.setPageEnd("\f");
        var pages = text.getText(document).split("\f", -1);
        var lines = new ArrayList<Line>();
        for (var page = 0; page < pages.length; page++) {
            var number = page + 1;
            pages[page]
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new Line(line, 0, number, Role.TEXT))
                    .forEach(lines::add);
        }
        if (lines.isEmpty()) {
            throw new Unreadable(Reason.SCANNED);
        }
        return new Manuscript(lines, true);
    }
}
