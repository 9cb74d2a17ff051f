package zhangfa.file.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class FileTypesTests {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    @Test
    void aPdfIsOneWhateverItIsCalled() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        assertThat(type(bytes.toByteArray(), "note.txt")).contains("application/pdf");
        assertThat(type("not a PDF".getBytes(UTF_8), "invoice.pdf")).contains("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif", "tiff,image/tiff"})
    void picturesAreKnownByTheirContent(String format, String type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, bytes);
        assertThat(type(bytes.toByteArray(), "x")).contains(type);
    }

    @Test
    void photosOfPhonesAreKnown() {
        assertThat(type(bytes("RIFF\u0024\0\0\0WEBPVP8 "), "x")).contains("image/webp");
        assertThat(type(bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "x")).contains("image/heic");
        assertThat(type(bytes("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic"), "x")).contains("image/heif");
    }

    @Test
    void anOfdIsAContainerWithItsMainFile() {
        assertThat(type(zip("Doc_0/Document.xml", "OFD.xml"), "x")).contains("application/ofd");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.xml,spreadsheetml.sheet",
        "word/document.xml,wordprocessingml.document",
        "ppt/presentation.xml,presentationml.presentation"
    })
    void officeDocumentsAreKnownByTheirFolder(String entry, String type) {
        assertThat(type(zip("[Content_Types].xml", entry), "x.zip")).contains(OFFICE + type);
    }

    @ParameterizedTest
    @CsvSource({
        "WordDocument,application/msword",
        "Workbook,application/vnd.ms-excel",
        "PowerPoint Document,application/vnd.ms-powerpoint"
    })
    void oldOfficeDocumentsAreKnownByTheirDirectory(String stream, String type) {
        assertThat(type(compound(stream), "x")).contains(type);
    }

    @Test
    void anArchiveIsOneAlsoWhenItsNamesAreStrange() {
        assertThat(type(zip("a.txt"), "x")).contains("application/zip");
        assertThat(type(zip(Charset.forName("GBK"), "票据.txt"), "x")).contains("application/zip");
    }

    @Test
    void aBombIsNotUnpacked() {
        assertThat(type(bomb(), "x")).contains("application/zip");
    }

    @Test
    void anElectronicInvoiceIsXmlWithOrWithoutDeclaration() {
        assertThat(type("<EInvoice><Header/></EInvoice>".getBytes(UTF_8), "x")).contains("application/xml");
        assertThat(type("\uFEFF<?xml version=\"1.0\"?><EInvoice/>".getBytes(UTF_8), "x"))
                .contains("application/xml");
        assertThat(type("<?xml version=\"1.0\" encoding=\"UTF-16\"?><EInvoice/>".getBytes(UTF_16), "x"))
                .contains("application/xml");
    }

    @Test
    void textIsKnownInUtf8AndInGb18030() {
        assertThat(type("日期,金额\n2026-11-02,12.50".getBytes(UTF_8), "x.csv")).contains("text/csv");
        assertThat(type("日期,金额\n2026-11-02,12.50".getBytes(Charset.forName("GB18030")), "x.csv"))
                .contains("text/csv");
        assertThat(type("会议纪要".getBytes(UTF_8), "x")).contains("text/plain");
        assertThat(type("1 < 2".getBytes(UTF_8), "x.md")).contains("text/plain");
        assertThat(type("<3".getBytes(UTF_8), "x.txt")).contains("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>hi</body></html>",
                "<!DOCTYPE html><p>hi",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><!-- x --><s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>",
                "<?xml version=\"1.0\"?><x xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "MZ\u0090\0\u0003\0\0\0PE\0\0",
                "\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0003\0>\0",
                "#!/bin/sh\nrm -rf ~\n",
                "\0\1\2\3\4\5 no type at all"
            })
    void programsPagesAndUnknownBytesAreRefused(String content) {
        assertThat(type(bytes(content), "invoice.pdf")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.bat", "x.js", "x.html", "x.py", "x.PS1"})
    void aTextThatIsNamedAsAProgramIsRefused(String name) {
        assertThat(type("echo hello".getBytes(UTF_8), name)).isEmpty();
    }

    @Test
    void programsAndMacrosInContainersAreRefused() {
        assertThat(type(zip("META-INF/MANIFEST.MF", "A.class"), "x.zip")).isEmpty();
        assertThat(type(zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "x.xlsx"))
                .isEmpty();
        assertThat(type(compound("!_StringPool"), "x.doc")).isEmpty();
    }

    private static Optional<String> type(byte[] content, String name) {
        try {
            return new FileTypes().of(new ByteArrayResource(content), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String characters) {
        return characters.getBytes(ISO_8859_1);
    }

    private static byte[] zip(String... entries) {
        return zip(UTF_8, entries);
    }

    private static byte[] zip(Charset names, String... entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("x".repeat(5000).getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** 200 MB of nothing before the entry that would make it an OFD. */
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("nothing"));
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(new byte[1024 * 1024]);
            }
            zip.putNextEntry(new ZipEntry("OFD.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The header of a compound file and one directory sector that names a stream. */
    private static byte[] compound(String stream) {
        var file = new byte[1024];
        var signature = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        System.arraycopy(signature, 0, file, 0, signature.length);
        var name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, file, 512 + 128, name.length);
        file[512 + 128 + 64] = (byte) (name.length + 2);
        return file;
    }
}
