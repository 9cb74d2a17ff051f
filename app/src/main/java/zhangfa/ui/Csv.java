package zhangfa.ui;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Rows of a file that spreadsheets open (RFC 4180), in which nothing that people typed becomes a formula. */
public final class Csv {

    /** Tells Excel that what follows is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private Csv() {}

    /** Writes the rows below the head, as long as there are any. */
    public interface Body {
        void write(Writer writer) throws IOException;
    }

    /** A file to download, written while it is read. */
    public static ResponseEntity<StreamingResponseBody> file(String name, String head, Body body) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(output -> {
                    try (var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8)) {
                        writer.write(BYTE_ORDER_MARK);
                        writer.write(head);
                        body.write(writer);
                    }
                });
    }

    public static String row(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
