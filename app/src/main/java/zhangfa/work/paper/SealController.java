package zhangfa.work.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

/** The image of the company's seal, which administrators put in. */
@Controller
@RequestMapping("/administration/seal")
class SealController {

    private final Seals seals;
    private final Words words;

    SealController(Seals seals, Words words) {
        this.seals = seals;
        this.words = words;
    }

    @GetMapping
    @May(Permission.ORGANIZATION_MANAGE)
    String show(Model model) {
        return shown(Faults.NONE, model);
    }

    @GetMapping("/image")
    @May(Permission.ORGANIZATION_MANAGE)
    ResponseEntity<byte[]> image() {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(seals.image().orElseThrow(Refusal::notThere));
    }

    @PostMapping
    @May(Permission.ORGANIZATION_MANAGE)
    String put(
            @RequestParam MultipartFile file,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        try {
            seals.put(file.getBytes(), who.id());
            next.addFlashAttribute("flash", "{work.seal.put}");
            return "redirect:/administration/seal";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return shown(Faults.of(refusal, words), model);
        }
    }

    @PostMapping("/removal")
    @May(Permission.ORGANIZATION_MANAGE)
    String remove(Account who, RedirectAttributes next) {
        seals.remove(who.id());
        next.addFlashAttribute("flash", "{work.seal.removed}");
        return "redirect:/administration/seal";
    }

    private String shown(Faults faults, Model model) {
        model.addAttribute("there", seals.image().isPresent());
        model.addAttribute("faults", faults);
        return "work/paper/seal";
    }
}
