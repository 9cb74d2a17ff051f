package zhangfa.rulebook.checkup;

import java.util.List;
import java.util.stream.Stream;
import zhangfa.rulebook.checkup.TimeWord.Kind;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.comparison.Echo;
import zhangfa.rulebook.draft.Draft;

/**
 * The report as a page or two sheets of paper show it.
 *
 * @param conflicts what regulations in force say otherwise
 * @param most how many of each finding it shows
 */
public record CheckupPage(Draft draft, Checkup checkup, List<Echo> conflicts, List<Offer> offers, int most) {

    /** A number at the head of the report. */
    public record Figure(String key, int count) {}

    /** Findings of one kind, as many as there is room for. */
    public record Shown<T>(List<T> some, int all) {

        public int more() {
            return all - some.size();
        }

        public boolean isEmpty() {
            return all == 0;
        }
    }

    public List<Figure> figures() {
        return List.of(
                new Figure("rulebook.checkup.articles", checkup.articles().size()),
                new Figure("rulebook.checkup.complete", checkup.complete()),
                new Figure("rulebook.checkup.vague", checkup.times(Kind.VAGUE).size()),
                new Figure(
                        "rulebook.checkup.contradictions",
                        checkup.contradictions().size()),
                new Figure("rulebook.checkup.runs", offers.size()));
    }

    public Stream<Gap> gaps() {
        return Stream.of(Gap.values());
    }

    public Shown<Article> without(Gap gap) {
        return shown(checkup.without(gap));
    }

    /** Words of time that no clock can be set to. */
    public Shown<TimeWord> vague() {
        return shown(checkup.times(Kind.VAGUE));
    }

    /** What comes again or runs out: each can be an obligation with a date. */
    public Shown<TimeWord> dated() {
        return shown(checkup.times().stream()
                .filter(time -> time.kind() != Kind.VAGUE)
                .toList());
    }

    public Shown<Echo> contradictions() {
        return shown(checkup.contradictions());
    }

    public Shown<Echo> conflicting() {
        return shown(conflicts);
    }

    public Shown<Echo> duplicates() {
        return shown(checkup.duplicates());
    }

    public String href() {
        return draft.href() + "/checkup";
    }

    private <T> Shown<T> shown(List<T> all) {
        return new Shown<>(all.subList(0, Math.min(most, all.size())), all.size());
    }
}
