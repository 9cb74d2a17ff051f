package zhangfa.finance.voucher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import zhangfa.finance.TestInvoices;

class InvoiceReadingTests {

    private static final String NUMBER = "26312000000012345678";

    @Test
    void anInvoiceOfTheTaxBureauIsReadFromItsXml() throws Exception {
        var invoice = read("application/xml", TestInvoices.xml(NUMBER, "章法演示科技有限公司", "1280.50"));
        assertThat(invoice.number()).isEqualTo(NUMBER);
        assertThat(invoice.mark()).isEqualTo(NUMBER);
        assertThat(invoice.issuedOn()).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(invoice.buyer()).isEqualTo("章法演示科技有限公司");
        assertThat(invoice.buyerTaxNumber()).isEqualTo("91110108MA01ABCD2X");
        assertThat(invoice.seller()).isEqualTo("上海远行酒店有限公司");
        assertThat(invoice.total()).isEqualByComparingTo("1280.50");
    }

    @Test
    void anOfdIsReadFromItsAttachedData() throws Exception {
        var invoice = read(
                "application/ofd",
                TestInvoices.ofd(entries(
                        "OFD.xml",
                        "<ofd:OFD xmlns:ofd='x'><ofd:CustomDatas><ofd:CustomData Name='发票号码'>%s</ofd:CustomData></ofd:CustomDatas></ofd:OFD>"
                                .formatted(NUMBER),
                        "Doc_0/Attachs/original_invoice.xml",
                        """
                <fp:eInvoice xmlns:fp='y'><fp:InvoiceCode>031001900311</fp:InvoiceCode><fp:InvoiceNo>12345678</fp:InvoiceNo>
                <fp:IssueDate>20261103</fp:IssueDate><fp:Buyer><fp:BuyerName>甲公司</fp:BuyerName></fp:Buyer></fp:eInvoice>""")));
        assertThat(invoice.mark()).isEqualTo("03100190031112345678");
        assertThat(invoice.buyer()).isEqualTo("甲公司");
        assertThat(invoice.issuedOn()).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @Test
    void anOfdWithoutDataIsReadFromItsPages() throws Exception {
        var invoice = read(
                "application/ofd",
                TestInvoices.ofd(entries(
                        "OFD.xml",
                        "<ofd:OFD xmlns:ofd='x'/>",
                        "Doc_0/Pages/Page_0/Content.xml",
                        "<p><TextCode>发票号码：</TextCode><TextCode>" + NUMBER + "</TextCode></p>")));
        assertThat(invoice.number()).isEqualTo(NUMBER);
    }

    @Test
    void aPdfIsReadFromItsText() throws Exception {
        var invoice = read(
                "application/pdf",
                TestInvoices.pdf(
                        "电子发票（普通发票）",
                        "发票号码：" + NUMBER,
                        "开票日期：2026年11月03日",
                        "名称：章法演示科技有限公司 名称：上海远行酒店有限公司",
                        "统一社会信用代码/纳税人识别号：91110108MA01ABCD2X",
                        "价税合计（大写）壹仟贰佰捌拾元伍角整 （小写）¥1,280.50"));
        assertThat(invoice.number()).isEqualTo(NUMBER);
        assertThat(invoice.issuedOn()).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(invoice.buyer()).isEqualTo("章法演示科技有限公司");
        assertThat(invoice.buyerTaxNumber()).isEqualTo("91110108MA01ABCD2X");
        assertThat(invoice.seller()).isEqualTo("上海远行酒店有限公司");
        assertThat(invoice.total()).isEqualByComparingTo("1280.50");
    }

    @Test
    void anOlderInvoiceIsKnownByCodeAndNumber() throws Exception {
        var invoice = read("application/pdf", TestInvoices.pdf("发票代码:031001900311", "发票号码:12345678"));
        assertThat(invoice.mark()).isEqualTo("03100190031112345678");
    }

    @Test
    void aNumberApartFromItsLabelIsFound() {
        assertThat(InvoiceText.read("发票号码：\n开票日期：\n" + NUMBER + "\n2026年11月3日").number())
                .isEqualTo(NUMBER);
    }

    @Test
    void otherPapersHaveNoNumber() {
        assertThat(InvoiceText.read("订单 26312000000012345678").number()).isNull();
        assertThat(InvoiceText.read("发票号码：123456789").number()).isNull();
    }

    @Test
    void impossibleDatesAndAmountsAreUnknown() {
        assertThat(InvoiceText.date("2026年13月40日")).isNull();
        assertThat(InvoiceText.amount("1.234")).isNull();
        assertThat(InvoiceText.amount("9".repeat(40))).isNull();
    }

    @Test
    void entitiesAreNeverResolved() throws Exception {
        var hostile = """
                <!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>
                <EInvoice><BuyerName>&file;</BuyerName></EInvoice>""";
        assertThatThrownBy(() -> read("application/xml", hostile.getBytes(UTF_8)))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void anOfdThatInflatesWithoutEndIsGivenUp() {
        var bomb = TestInvoices.ofd(entries("OFD.xml", "<x>" + " ".repeat(40 * 1024 * 1024) + "</x>"));
        assertThatThrownBy(() -> read("application/ofd", bomb)).isInstanceOf(IOException.class);
    }

    private static Invoice read(String type, byte[] content) throws IOException, XMLStreamException {
        return Vouchers.read(type, new ByteArrayInputStream(content));
    }

    private static Map<String, String> entries(String... namesAndContents) {
        var entries = new LinkedHashMap<String, String>();
        for (int place = 0; place < namesAndContents.length; place += 2) {
            entries.put(namesAndContents[place], namesAndContents[place + 1]);
        }
        return entries;
    }
}
