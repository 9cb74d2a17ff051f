package zhangfa.register.exchange;

import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.register.schema.Registers;

/** Records in from a file, for programs: all of them, or none and a list of what is wrong. */
@RestController
@RequestMapping("/api/v1/registers/{key}/imports")
class ImportApi {

    private final Registers registers;
    private final Importing importing;

    ImportApi(Registers registers, Importing importing) {
        this.registers = registers;
        this.importing = importing;
    }

    @PostMapping
    @SignedIn
    Trial take(
            @PathVariable String key,
            @RequestParam MultipartFile file,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Account who)
            throws IOException {
        var register = registers.written(key, who);
        var rows = SheetFile.rows(file.getBytes());
        var trial = importing.tryOut(register, rows);
        if (!dryRun && trial.isFine()) {
            importing.take(register, rows, who.id());
        }
        return trial;
    }
}
