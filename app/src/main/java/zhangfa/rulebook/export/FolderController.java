package zhangfa.rulebook.export;

import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import zhangfa.api.May;
import zhangfa.identity.Permission;

/** The folder of the rulebooks as one file to download, for people and programs. */
@RestController
class FolderController {

    private final RulebookFolder folder;

    FolderController(RulebookFolder folder) {
        this.folder = folder;
    }

    /** The same content gives the same bytes: no entry bears the time of the download. */
    @GetMapping({"/rulebook/folder.zip", "/api/v1/rulebook/folder"})
    @May(Permission.RULEBOOK_MANAGE)
    ResponseEntity<StreamingResponseBody> download() {
        var files = folder.files();
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rulebook.zip")
                                .build()
                                .toString())
                .body(output -> {
                    try (var zip = new ZipOutputStream(output, StandardCharsets.UTF_8)) {
                        for (var file : files) {
                            var entry = new ZipEntry(file.path());
                            entry.setTime(0);
                            zip.putNextEntry(entry);
                            zip.write(file.text().getBytes(StandardCharsets.UTF_8));
                        }
                    }
                });
    }
}
