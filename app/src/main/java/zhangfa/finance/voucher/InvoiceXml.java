package zhangfa.finance.voucher;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of an electronic invoice from XML. The tax bureaus' formats differ in structure and namespaces but little in
 * their elements' names, so fields are found by name, in whatever place they stand.
 */
final class InvoiceXml {

    private static final int LONGEST = 2_000;
    private static final List<String> NUMBER = List.of("invoicenumber", "invoiceno", "eiid", "fphm", "发票号码");
    private static final List<String> CODE = List.of("invoicecode", "fpdm", "发票代码");
    private static final List<String> DATE = List.of("issuetime", "issuedate", "kprq", "requesttime", "开票日期");
    private static final List<String> BUYER = List.of("buyername", "gmfmc", "ghfmc", "购买方名称");
    private static final List<String> BUYER_TAX_NUMBER =
            List.of("buyeridnum", "buyertaxid", "gmfnsrsbh", "ghfnsrsbh", "购买方纳税人识别号");
    private static final List<String> SELLER = List.of("sellername", "xsfmc", "xhfmc", "销售方名称");
    private static final List<String> TOTAL =
            List.of("totaltaxincludedamount", "taxinclusivetotalamount", "jshj", "价税合计");

    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder words = new StringBuilder();

    private InvoiceXml() {}

    static Invoice read(InputStream stream) throws XMLStreamException {
        return new InvoiceXml().collect(stream).invoice();
    }

    /** The text that a page of an OFD shows. */
    static String words(InputStream stream) throws XMLStreamException {
        return new InvoiceXml().collect(stream).words.toString();
    }

    private InvoiceXml collect(InputStream stream) throws XMLStreamException {
        var reader = factory().createXMLStreamReader(stream);
        var name = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> name = name(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> keep(name, reader.getText());
                case XMLStreamConstants.END_ELEMENT -> name = "";
                default -> {}
            }
        }
        return this;
    }

    /** {@code TotalTax-includedAmount} and {@code fp:TotalTaxIncludedAmount} are one name; an OFD's CustomData names itself. */
    private static String name(XMLStreamReader reader) {
        var named = reader.getLocalName().equals("CustomData") ? reader.getAttributeValue(null, "Name") : null;
        return (named == null ? reader.getLocalName() : named)
                .replaceAll("[-_]", "")
                .toLowerCase(Locale.ROOT);
    }

    private void keep(String name, String text) {
        if (name.isEmpty() || text.isBlank() || text.length() > LONGEST) {
            return;
        }
        fields.putIfAbsent(name, text.strip());
        if (name.equals("textcode") && words.length() < 100_000) {
            words.append(text).append('\n');
        }
    }

    private Invoice invoice() {
        var number = valued(NUMBER, "\\d{20}|\\d{8}");
        var date = valued(DATE, ".*");
        var total = valued(TOTAL, ".*");
        return new Invoice(
                number != null && number.length() == 8 ? valued(CODE, "\\d{12}|\\d{10}") : null,
                number,
                date == null ? null : InvoiceText.date(date.matches("\\d{8}.*") ? dashed(date) : date),
                valued(BUYER, ".{2,100}"),
                valued(BUYER_TAX_NUMBER, "[0-9A-Za-z]{15,20}"),
                valued(SELLER, ".{2,100}"),
                total == null ? null : InvoiceText.amount(total));
    }

    private static String dashed(String date) {
        return date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6, 8);
    }

    private @Nullable String valued(List<String> names, String pattern) {
        for (var name : names) {
            var value = fields.get(name);
            if (value != null && value.matches(pattern)) {
                return value;
            }
        }
        return null;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
