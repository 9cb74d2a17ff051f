package zhangfa.finance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Real files of invented invoices: PDF, OFD and XML. */
public final class TestInvoices {

    private TestInvoices() {}

    /** One page with these lines, in a font that maps its codes to Chinese as real invoices do. */
    public static byte[] pdf(String... lines) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var all = String.join("", lines).chars().distinct().toArray();
            var resources = new PDResources();
            resources.getCOSObject().setItem(COSName.FONT, fonts(document, all));
            page.setResources(resources);
            page.setContents(new PDStream(document, new ByteArrayInputStream(content(lines, all))));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static COSDictionary fonts(PDDocument document, int[] characters) throws IOException {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n")
                .append("1 begincodespacerange <00> <FF> endcodespacerange\n");
        for (int code = 0; code < characters.length; code++) {
            map.append("1 beginbfchar <%02X> <%04X> endbfchar\n".formatted(code + 1, characters[code]));
        }
        map.append("endcmap CMapName currentdict /CMap defineresource pop end end");
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setName(COSName.BASE_FONT, "Helvetica");
        font.setItem(
                COSName.TO_UNICODE,
                new PDStream(document, new ByteArrayInputStream(map.toString().getBytes(UTF_8))));
        var fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        return fonts;
    }

    private static byte[] content(String[] lines, int[] characters) {
        var content = new StringBuilder("BT /F1 12 Tf 14 TL 50 700 Td\n");
        for (var line : lines) {
            content.append('<');
            line.chars().forEach(character -> content.append("%02X".formatted(code(characters, character))));
            content.append("> Tj T*\n");
        }
        return content.append("ET").toString().getBytes(UTF_8);
    }

    private static int code(int[] characters, int character) {
        for (int code = 0; code < characters.length; code++) {
            if (characters[code] == character) {
                return code + 1;
            }
        }
        throw new IllegalArgumentException("No code for " + (char) character);
    }

    /** An invoice of the tax bureau's electronic service, 数电票. */
    public static byte[] xml(String number, String buyer, String total) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <EInvoice>
                  <Header><EIid>%1$s</EIid><EInvoiceTag>SWEI3200</EInvoiceTag></Header>
                  <EInvoiceData>
                    <SellerInformation><SellerIdNum>91310000MA1FL0AB1X</SellerIdNum><SellerName>上海远行酒店有限公司</SellerName></SellerInformation>
                    <BuyerInformation><BuyerIdNum>91110108MA01ABCD2X</BuyerIdNum><BuyerName>%2$s</BuyerName></BuyerInformation>
                    <BasicInformation><TotalTax-includedAmount>%3$s</TotalTax-includedAmount></BasicInformation>
                  </EInvoiceData>
                  <TaxSupervisionInfo><InvoiceNumber>%1$s</InvoiceNumber><IssueTime>2026-11-03 10:22:31</IssueTime></TaxSupervisionInfo>
                </EInvoice>
                """.formatted(number, buyer, total).getBytes(UTF_8);
    }

    public static byte[] ofd(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : List.copyOf(entries.keySet())) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(entries.getOrDefault(name, "").getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
