package zhangfa.rulebook.draft;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import zhangfa.api.Refusal;
import zhangfa.rulebook.document.Documents;
import zhangfa.rulebook.document.Unreadable;
import zhangfa.rulebook.structure.Structure;

/** Takes a document in: reads it, finds its structure, proposes a draft. */
@Component
class Intake {

    private final Documents documents;
    private final DraftDesk desk;

    Intake(Documents documents, DraftDesk desk) {
        this.documents = documents;
        this.desk = desk;
    }

    /**
     * Reads a file and proposes its structure as a draft.
     *
     * @throws Refusal in words that say what is the matter with the file and what to do
     */
    UUID take(MultipartFile file, UUID who) throws IOException {
        // Old browsers send the whole path of a Windows file; a slash can be part of a name: 2026/27 年制度.docx.
        var name = file.getOriginalFilename() == null
                ? ""
                : file.getOriginalFilename().replaceFirst("^[A-Za-z]:\\\\.*\\\\", "");
        var content = file.getBytes();
        try {
            var outline = Structure.of(documents.read(content, name));
            return desk.take(outline, name, sha256(content), who);
        } catch (Unreadable unreadable) {
            var word = unreadable.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw Refusal.invalid("/file", "{rulebook.draft.unreadable." + word + "}");
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
