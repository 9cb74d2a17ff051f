package zhangfa.work.search;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import zhangfa.api.SearchWords;
import zhangfa.identity.Account;
import zhangfa.ui.Finder;

/** Asks every module what it finds. */
@Component
class SearchDesk {

    private final List<Finder> finders;

    SearchDesk(List<Finder> finders) {
        this.finders =
                finders.stream().sorted(Comparator.comparingInt(Finder::order)).toList();
    }

    /** Of each kind the best few; nothing where nothing is looked for. */
    List<Found> find(Account who, String typed, int most) {
        var words = SearchWords.wanted(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return finders.stream()
                .map(finder -> new Found(finder.kind(), finder.find(who.id(), words, most)))
                .filter(found -> !found.hits().isEmpty())
                .toList();
    }
}
