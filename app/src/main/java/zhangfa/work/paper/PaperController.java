package zhangfa.work.paper;

import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import zhangfa.api.Open;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.Reading;

/** A case as a PDF, and the page where anybody who holds one sees whether it is genuine. */
@Controller
class PaperController {

    private final Reading reading;
    private final Issues issues;
    private final CasePaper paper;

    PaperController(Reading reading, Issues issues, CasePaper paper) {
        this.reading = reading;
        this.issues = issues;
        this.paper = paper;
    }

    /** With what this reader may see of the case. */
    @GetMapping({"/cases/{id}/pdf", "/api/v1/cases/{id}/pdf"})
    @SignedIn
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Account who, Locale locale) {
        var file = reading.caseFile(who, id);
        var issued = issues.issue(file, who.id());
        var proof = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/papers/{code}")
                .buildAndExpand(issued.code())
                .toUriString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.number() + ".pdf")
                                .build()
                                .toString())
                .body(paper.pdf(file, issued.issue(), proof, who, locale));
    }

    /** Says nothing that does not stand on the paper already. */
    @GetMapping("/papers/{code}")
    @Open
    String check(@PathVariable String code, Model model) {
        var issue = issues.find(code).orElse(null);
        model.addAttribute("issue", issue);
        model.addAttribute("compared", issue == null ? null : issues.compared(issue));
        return "work/paper/check";
    }
}
