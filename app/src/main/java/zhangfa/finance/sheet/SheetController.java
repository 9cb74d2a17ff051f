package zhangfa.finance.sheet;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.Reading;

/** The claim on A4, for whoever sees its case. */
@Controller
class SheetController {

    private final Reading reading;
    private final ClaimSheets sheets;

    SheetController(Reading reading, ClaimSheets sheets) {
        this.reading = reading;
        this.sheets = sheets;
    }

    @GetMapping("/finance/claims/{caseId}/print")
    @SignedIn
    String print(@PathVariable UUID caseId, Account who, Model model) {
        var file = reading.caseFile(who, caseId);
        model.addAttribute("sheet", sheets.of(file).orElseThrow(Refusal::notThere));
        return "finance/sheet/show";
    }
}
