package zhangfa.work.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;

/** One search over cases, people, articles; everybody finds what they may see anyway. */
@RestController
class SearchApi {

    private static final int MOST = 200;
    private static final int USUAL = 20;

    private final SearchDesk desk;

    SearchApi(SearchDesk desk) {
        this.desk = desk;
    }

    /** {@code kind} is case, person or article; {@code href} is the address of its page. */
    record Hit(String kind, String title, @Nullable String sub, String href) {}

    /** @param size of each kind */
    @GetMapping("/api/v1/search")
    @SignedIn
    Listing<Hit> find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            Account who) {
        if (size != null && (size < 1 || size > MOST)) {
            throw Refusal.invalid("/page_size", "{api.page-size}");
        }
        return new Listing<>(hits(who, q, size == null ? USUAL : size), null);
    }

    private List<Hit> hits(Account who, String words, int most) {
        return desk.find(who, words, most).stream()
                .flatMap(found ->
                        found.hits().stream().map(hit -> new Hit(found.kind(), hit.title(), hit.sub(), hit.href())))
                .toList();
    }
}
