package zhangfa.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Vouchers invented for a journey: real one-page PDFs, no two alike. */
final class Vouchers {

    private Vouchers() {}

    static FilePayload file(String name) {
        return new FilePayload(name, "application/pdf", pdf());
    }

    static byte[] pdf() {
        var text = "BT /F1 12 Tf 60 780 Td (Receipt " + UUID.randomUUID() + ") Tj ET";
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (int place = 0; place < objects.size(); place++) {
            places.add(pdf.length());
            pdf.append(place + 1).append(" 0 obj\n").append(objects.get(place)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> pdf.append("%010d 00000 n \n".formatted(place)));
        pdf.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        pdf.append(table).append("\n%%EOF\n");
        return pdf.toString().getBytes(US_ASCII);
    }
}
