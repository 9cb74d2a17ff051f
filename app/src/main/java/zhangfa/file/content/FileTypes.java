package zhangfa.file.content;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Tells the type of a file from its content, and which types the company takes in. */
@Component
public class FileTypes {

    public static final String PDF = "application/pdf";
    public static final String OFD = "application/ofd";
    public static final String XML = "application/xml";
    public static final String ZIP = "application/zip";

    private static final String TEXT = "text/plain";
    private static final int SIGNATURE = 64 * 1024;
    private static final Set<String> ACCEPTED = Set.of(
            PDF,
            OFD,
            XML,
            ZIP,
            "image/png",
            "image/jpeg",
            "image/webp",
            "image/heic",
            "image/heif",
            "image/gif",
            "image/tiff",
            TEXT,
            "text/csv",
            "text/tab-separated-values",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint");
    /** What a browser would run. */
    private static final Set<String> ACTIVE = Set.of("text/html", "application/xhtml+xml", "image/svg+xml");
    /** Endings of texts that Windows runs and Tika does not know. */
    private static final Pattern SCRIPT = Pattern.compile("(?i)\\.(cmd|hta|jse|ps1|psm1|reg|url|vbe|wsf)$");
    /** Texts that are named more precisely by their ending but need no type of their own. */
    private static final Map<String, String> PLAIN = Map.of("text/x-log", TEXT, "text/markdown", TEXT);

    /** The type, where it is one that is accepted; the name counts only to tell one kind of plain text from another. */
    public Optional<String> of(InputStreamSource source, String name) throws IOException {
        return Optional.of(detected(source, name)).filter(ACCEPTED::contains);
    }

    private static String detected(InputStreamSource source, String name) throws IOException {
        var start = start(source);
        if (Zips.begins(start)) {
            try (var stream = source.getInputStream()) {
                return Zips.type(stream);
            }
        }
        if (Compounds.begins(start)) {
            try (var stream = new BufferedInputStream(source.getInputStream(), SIGNATURE)) {
                return Compounds.type(stream);
            }
        }
        return other(start, name);
    }

    private static String other(byte[] start, String name) {
        var type = tika(start, null);
        var xml = Xmls.type(start);
        if (xml.isPresent() && !ACTIVE.contains(type)) {
            return xml.get();
        }
        if (type.equals(TEXT) || (type.equals(MimeTypes.OCTET_STREAM) && ChineseText.is(start))) {
            return text(name);
        }
        return type;
    }

    private static String text(String name) {
        if (SCRIPT.matcher(name).find()) {
            return "text/x-script";
        }
        var type = tika("text".getBytes(StandardCharsets.US_ASCII), name);
        return PLAIN.getOrDefault(type, type);
    }

    private static String tika(byte[] start, @Nullable String name) {
        var known = new Metadata();
        if (name != null) {
            known.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (var stream = new ByteArrayInputStream(start)) {
            return MimeTypes.getDefaultMimeTypes().detect(stream, known).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] start(InputStreamSource source) throws IOException {
        try (InputStream stream = source.getInputStream()) {
            return stream.readNBytes(SIGNATURE);
        }
    }
}
