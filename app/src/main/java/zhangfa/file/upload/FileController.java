package zhangfa.file.upload;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.file.Files;
import zhangfa.file.StoredFile;
import zhangfa.file.content.FileTypes;
import zhangfa.identity.Account;

/** Uploads and downloads, for programs and for pages alike. */
@RestController
class FileController {

    private static final Set<String> SHOWN_IN_PLACE =
            Set.of(FileTypes.PDF, "image/png", "image/jpeg", "image/webp", "image/gif");

    private final Files files;

    FileController(Files files) {
        this.files = files;
    }

    /** What an upload is answered with. */
    record Uploaded(UUID id, String name, String mediaType, long size, String sha256) {}

    @PostMapping(
            path = {"/api/v1/files", "/files"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @SignedIn
    ResponseEntity<Uploaded> upload(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile part, Account account)
            throws IOException {
        if (part == null) {
            throw Refusal.invalid("/file", "{file.missing}");
        }
        if (part.isEmpty()) {
            throw Refusal.invalid("/file", "{file.empty}");
        }
        var name = part.getOriginalFilename();
        var file = files.store(account.id(), name == null ? "" : name, part);
        return ResponseEntity.created(URI.create("/api/v1/files/" + file.id()))
                .body(new Uploaded(file.id(), file.name(), file.mediaType(), file.size(), file.sha256()));
    }

    @GetMapping({"/api/v1/files/{id}", "/files/{id}"})
    @SignedIn
    ResponseEntity<InputStreamResource> download(@PathVariable UUID id, Account account) throws IOException {
        var file = files.find(id)
                .filter(found -> files.maySee(found, account.id()))
                .orElseThrow(Refusal::notThere);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file).toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new InputStreamResource(files.open(file)));
    }

    private static ContentDisposition disposition(StoredFile file) {
        var shown = SHOWN_IN_PLACE.contains(file.mediaType());
        return (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
    }
}
