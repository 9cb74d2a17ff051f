package zhangfa.organization.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.ui.Faults;

/** The staff import on pages: template, rehearsal with the wrong cells, import. */
@Controller
@RequestMapping("/organization/imports")
class ImportsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final StaffIntake intake;
    private final Uploads uploads;
    private final Words words;

    ImportsController(StaffIntake intake, Uploads uploads, Words words) {
        this.intake = intake;
        this.uploads = uploads;
        this.words = words;
    }

    @GetMapping
    @May(Permission.ORGANIZATION_MANAGE)
    String index(Model model) {
        model.addAttribute("faults", Faults.NONE);
        return "organization/intake/index";
    }

    @GetMapping("/template")
    @May(Permission.ORGANIZATION_MANAGE)
    ResponseEntity<byte[]> template() {
        var name = ContentDisposition.attachment()
                .filename("zhangfa-staff.xlsx")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(StaffTemplate.write(words));
    }

    @PostMapping
    @May(Permission.ORGANIZATION_MANAGE)
    String rehearse(@RequestParam MultipartFile file, Account account, Model model, HttpServletResponse response)
            throws IOException {
        try {
            var rows = StaffFile.read(file.getBytes());
            var result = intake.plan(rows).result(true).said(words);
            model.addAttribute("result", result);
            model.addAttribute(
                    "upload", result.isGood() ? uploads.keep(rows, account.id()).toString() : "");
            return "organization/intake/rehearsal";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("faults", Faults.of(refusal, words));
            return "organization/intake/index";
        }
    }

    @PostMapping("/{upload}/execution")
    @May(Permission.ORGANIZATION_MANAGE)
    String take(@PathVariable UUID upload, Account account, RedirectAttributes next) {
        var result = intake.take(uploads.fetch(upload, account.id()), account.id());
        next.addFlashAttribute("flash", "{organization.imported|" + result.created() + "|" + result.updated() + "}");
        return "redirect:/organization/people";
    }
}
