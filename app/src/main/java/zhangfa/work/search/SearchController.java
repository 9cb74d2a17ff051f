package zhangfa.work.search;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;

/** The page of a search, and the few that the palette shows while one types. */
@Controller
class SearchController {

    private static final int FEW = 5;
    private static final int MANY = 50;

    private final SearchDesk desk;

    SearchController(SearchDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/search")
    @SignedIn
    String show(@RequestParam(defaultValue = "") String q, Account who, Model model) {
        model.addAttribute("words", q.strip());
        model.addAttribute("found", desk.find(who, q, MANY));
        return "work/search/show";
    }

    @GetMapping("/search/hits")
    @SignedIn
    String hits(@RequestParam(defaultValue = "") String q, Account who, Model model) {
        model.addAttribute("found", desk.find(who, q, FEW));
        return "work/search/hits";
    }
}
