package zhangfa.rulebook.practice;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import zhangfa.api.May;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Where the company adopts a practice, or gives it up. */
@Controller
class AdoptionController {

    private final Adoptions adoptions;

    AdoptionController(Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    @PostMapping("/rulebook/practices/{key}/adoption")
    @May(Permission.RULEBOOK_MANAGE)
    ResponseEntity<Void> adopt(@PathVariable String key, Account who) {
        adoptions.adopt(key, who.id());
        return refreshed();
    }

    @DeleteMapping("/rulebook/practices/{key}/adoption")
    @May(Permission.RULEBOOK_MANAGE)
    ResponseEntity<Void> giveUp(@PathVariable String key) {
        adoptions.giveUp(key);
        return refreshed();
    }

    /** Everything on the page may have changed. */
    private static ResponseEntity<Void> refreshed() {
        return ResponseEntity.noContent().header("HX-Refresh", "true").build();
    }
}
