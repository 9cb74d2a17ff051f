package zhangfa.work.export;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.ui.Spreadsheet;
import zhangfa.work.view.CaseQuery;

/** The inbox and the cases as files, for programs. */
@RestController
class ExportApi {

    private final Exports exports;

    ExportApi(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/api/v1/cases.{ending}")
    @SignedIn
    ResponseEntity<StreamingResponseBody> cases(
            @PathVariable String ending,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Account who) {
        return exports.cases(Spreadsheet.of(ending), CaseQuery.of(status, process, mine, from, until), who);
    }

    @GetMapping("/api/v1/tasks.{ending}")
    @SignedIn
    ResponseEntity<StreamingResponseBody> inbox(
            @PathVariable String ending, @RequestParam(defaultValue = "todo") String box, Account who) {
        return exports.inbox(Spreadsheet.of(ending), box, who);
    }
}
