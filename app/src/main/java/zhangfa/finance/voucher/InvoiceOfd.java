package zhangfa.finance.voucher;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/** Reads an invoice from an OFD: its attached data first, then its custom data, then the words on its pages. */
final class InvoiceOfd {

    private static final int MOST_ENTRIES = 500;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private InvoiceOfd() {}

    static Invoice read(InputStream stream) throws IOException {
        var found = Invoice.UNKNOWN;
        var words = new StringBuilder();
        try (var zip = new ZipInputStream(stream);
                var limited = new Limited(zip)) {
            var entry = zip.getNextEntry();
            for (int count = 0; entry != null && count < MOST_ENTRIES; count++) {
                if (entry.getName().endsWith("/Content.xml")) {
                    words.append(words(limited));
                } else if (entry.getName().endsWith(".xml")) {
                    found = fuller(found, invoice(limited));
                }
                limited.skipRest();
                entry = zip.getNextEntry();
            }
        }
        return found.number() == null ? InvoiceText.read(words.toString()) : found;
    }

    /** The attached data say more than the custom data do. */
    private static Invoice fuller(Invoice one, Invoice other) {
        return other.number() != null && (one.number() == null || one.buyer() == null) ? other : one;
    }

    private static Invoice invoice(InputStream xml) {
        try {
            return InvoiceXml.read(xml);
        } catch (XMLStreamException e) {
            return Invoice.UNKNOWN;
        }
    }

    private static String words(InputStream xml) {
        try {
            return InvoiceXml.words(xml);
        } catch (XMLStreamException e) {
            return "";
        }
    }

    /** Inflates no more than a real invoice could need, and stays open when a reader closes it after one entry. */
    private static final class Limited extends FilterInputStream {

        private long left = MOST_BYTES;

        Limited(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new IOException("This OFD inflates to more than any invoice does");
            }
            return read;
        }

        void skipRest() throws IOException {
            transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void close() {
            // the archive is closed by whoever opened it
        }
    }
}
