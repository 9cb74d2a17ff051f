package zhangfa.rulebook.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a PDF in Chinese without a font file: with the names of a font and of a character map that every reader knows. */
public final class PdfFile {

    private static final int FONT = 3;
    private static final int FIRST_PAGE = 6;

    private final List<byte[]> objects = new ArrayList<>();

    private PdfFile() {}

    /** One page for each list of lines. */
    public static byte[] of(List<List<String>> pages) {
        var streams = pages.stream().map(PdfFile::content).toList();
        return ofStreams(streams, "");
    }

    /** Pages whose contents are these streams, with this filter. */
    static byte[] ofStreams(List<byte[]> streams, String filter) {
        var file = new PdfFile();
        var kids = IntStream.range(0, streams.size())
                .mapToObj(page -> (FIRST_PAGE + 2 * page) + " 0 R")
                .toList();
        file.add("<</Type/Catalog/Pages 2 0 R>>");
        file.add("<</Type/Pages/Count %d/Kids[%s]>>".formatted(streams.size(), String.join(" ", kids)));
        file.add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>");
        file.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>");
        file.add("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
                + "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
        for (var page = 0; page < streams.size(); page++) {
            file.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>>>"
                    .formatted(FIRST_PAGE + 2 * page + 1, FONT));
            file.stream(streams.get(page), filter);
        }
        return file.bytes();
    }

    private static byte[] content(List<String> lines) {
        var content = new StringBuilder("BT /F 12 Tf 60 780 Td 18 TL\n");
        lines.forEach(line -> content.append('<')
                .append(HexFormat.of().formatHex(line.getBytes(UTF_16BE)))
                .append("> Tj T*\n"));
        return content.append("ET").toString().getBytes(ISO_8859_1);
    }

    private void add(String object) {
        objects.add(object.getBytes(ISO_8859_1));
    }

    private void stream(byte[] content, String filter) {
        add("<</Length %d%s>>stream\n%s\nendstream".formatted(content.length, filter, new String(content, ISO_8859_1)));
    }

    private byte[] bytes() {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (var at = 0; at < objects.size(); at++) {
            places.add(file.length());
            file.append("%d 0 obj\n%s\nendobj\n".formatted(at + 1, new String(objects.get(at), ISO_8859_1)));
        }
        var table = file.length();
        file.append("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
        file.append("trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF".formatted(objects.size() + 1, table));
        return file.toString().getBytes(ISO_8859_1);
    }
}
