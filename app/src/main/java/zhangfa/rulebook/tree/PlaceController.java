package zhangfa.rulebook.tree;

import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.May;
import zhangfa.identity.Permission;

/** Where somebody looks for clauses while they write something that stands for them. */
@Controller
class PlaceController {

    private static final int MOST = 12;

    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    /** What is chosen already stays chosen and is not offered again. */
    @GetMapping("/rulebook/places")
    @May(Permission.RULEBOOK_MANAGE)
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> clauses,
            Model model) {
        var chosen = new HashSet<>(clauses);
        model.addAttribute("chosen", places.named(clauses));
        model.addAttribute(
                "offered",
                places.find(q, MOST).stream()
                        .filter(place -> !chosen.contains(place.clause()))
                        .toList());
        model.addAttribute("asked", !q.isBlank());
        return "rulebook/place/choices";
    }
}
