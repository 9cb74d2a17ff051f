package zhangfa.finance.voucher;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads an invoice from the text of a PDF; a scan has none. */
final class InvoicePdf {

    private static final int PAGES = 2;

    private InvoicePdf() {}

    static Invoice read(InputStream stream) throws IOException {
        try (var bytes = new RandomAccessReadBuffer(stream);
                var document = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            text.setEndPage(PAGES);
            return InvoiceText.read(text.getText(document));
        }
    }
}
