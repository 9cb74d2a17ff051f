package zhangfa.organization.intake;

import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import zhangfa.api.May;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Takes a staff file in over the API, or only says what it would do. */
@RestController
class ImportApi {

    private final StaffIntake intake;
    private final Words words;

    ImportApi(StaffIntake intake, Words words) {
        this.intake = intake;
        this.words = words;
    }

    @PostMapping("/api/v1/organization/imports")
    @May(Permission.ORGANIZATION_MANAGE)
    ImportResult take(
            @RequestParam MultipartFile file,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Account account)
            throws IOException {
        var rows = StaffFile.read(file.getBytes());
        if (!dryRun) {
            return intake.take(rows, account.id());
        }
        return intake.plan(rows).result(true).said(words);
    }
}
