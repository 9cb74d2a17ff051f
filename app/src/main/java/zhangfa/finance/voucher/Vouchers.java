package zhangfa.finance.voucher;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.file.Files;
import zhangfa.file.StoredFile;

/** The files that prove an expense, and what is known of the invoices in them; each content is read once. */
@Component
public class Vouchers {

    private static final Logger log = LoggerFactory.getLogger(Vouchers.class);
    private static final Set<String> DOCUMENTS = Set.of("application/pdf", "application/ofd", "application/xml");

    private final JdbcClient database;
    private final Files files;

    Vouchers(JdbcClient database, Files files) {
        this.database = database;
        this.files = files;
    }

    /** Whether a file of this type can be a voucher: PDF, OFD, XML or a photo. */
    public static boolean accepts(String mediaType) {
        return DOCUMENTS.contains(mediaType) || mediaType.startsWith("image/");
    }

    /** What is known of the invoices in these files, by SHA-256; a file that cannot be read is unknown, never an error. */
    public Map<String, Invoice> invoices(Collection<StoredFile> vouchers) {
        var known = new HashMap<String, Invoice>();
        database.sql("select * from finance.voucher where sha256 = any(?)")
                .param(vouchers.stream().map(StoredFile::sha256).toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("sha256"), invoice(row)))
                .list()
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        // In one order for everybody, so that two claims with the same new vouchers never wait for each other in a
        // ring.
        vouchers.stream()
                .sorted(Comparator.comparing(StoredFile::sha256))
                .filter(voucher -> !known.containsKey(voucher.sha256()))
                .forEach(voucher -> known.put(voucher.sha256(), learn(voucher)));
        return known;
    }

    private Invoice learn(StoredFile voucher) {
        var invoice = read(voucher);
        database.sql("""
                insert into finance.voucher
                    (sha256, invoice_code, invoice_number, issued_on, buyer, buyer_tax_number, seller, total)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .param(voucher.sha256())
                .param(invoice.code())
                .param(invoice.number())
                .param(invoice.issuedOn())
                .param(invoice.buyer())
                .param(invoice.buyerTaxNumber())
                .param(invoice.seller())
                .param(invoice.total())
                .update();
        return invoice;
    }

    private Invoice read(StoredFile voucher) {
        if (!DOCUMENTS.contains(voucher.mediaType())) {
            return Invoice.UNKNOWN;
        }
        try (var stream = files.open(voucher)) {
            return read(voucher.mediaType(), stream);
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            log.info("The voucher {} cannot be read: {}", voucher.id(), e.toString());
            return Invoice.UNKNOWN;
        }
    }

    static Invoice read(String mediaType, InputStream stream) throws IOException, XMLStreamException {
        return switch (mediaType) {
            case "application/pdf" -> InvoicePdf.read(stream);
            case "application/ofd" -> InvoiceOfd.read(stream);
            case "application/xml" -> InvoiceXml.read(stream);
            default -> Invoice.UNKNOWN;
        };
    }

    /** Reads a row of {@code finance.voucher}. */
    public static Invoice invoice(ResultSet row) throws SQLException {
        return new Invoice(
                row.getString("invoice_code"),
                row.getString("invoice_number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("buyer"),
                row.getString("buyer_tax_number"),
                row.getString("seller"),
                row.getBigDecimal("total"));
    }
}
