package zhangfa.rulebook.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a DOCX part by part, also such as no word processor would. */
public final class WordFile {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();

    public static WordFile of(String... paragraphs) {
        var file = new WordFile();
        for (var paragraph : paragraphs) {
            file.add("<w:p><w:r><w:t xml:space=\"preserve\">" + paragraph + "</w:t></w:r></w:p>");
        }
        return file;
    }

    /** A paragraph that a list numbers. */
    WordFile numbered(int depth, String text) {
        return add(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
                        .formatted(depth, text));
    }

    WordFile add(String xml) {
        body.append(xml);
        return this;
    }

    WordFile part(String name, String element, String xml) {
        parts.put(name, "<w:%1$s xmlns:w=\"%2$s\">%3$s</w:%1$s>".formatted(element, NAMESPACE, xml));
        return this;
    }

    WordFile raw(String name, String content) {
        parts.put(name, content);
        return this;
    }

    public byte[] bytes() {
        parts.putIfAbsent(
                "word/document.xml",
                "<?xml version=\"1.0\"?><w:document xmlns:w=\"%s\"><w:body>%s</w:body></w:document>"
                        .formatted(NAMESPACE, body));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
