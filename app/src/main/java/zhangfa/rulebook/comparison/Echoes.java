package zhangfa.rulebook.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import zhangfa.rulebook.comparison.Echo.Kind;

/**
 * Finds sentences of different articles that say the same or contradict one another. Only sentences that share a rare pair of
 * characters are compared, so that a thousand articles take no more than moments.
 */
public final class Echoes {

    private static final int SHORTEST = 8;
    /** So few are enough where two sentences differ in a number alone: 报销应在30日内提交. */
    private static final int SHORTEST_LIMIT = 4;

    private static final double SAME = 0.85;
    private static final double SAME_MATTER = 0.62;
    /** A pair of characters that stands in more sentences than this says nothing about their matter. */
    private static final int COMMON = 40;

    private Echoes() {}

    /** The likeliest first. */
    public static List<Echo> in(List<Article> articles) {
        var sentences = articles.stream()
                .flatMap(article -> article.sentences().stream().map(text -> Sentence.of(article, text)))
                .filter(sentence -> sentence.pairs().size() >= (sentence.limits() ? SHORTEST_LIMIT : SHORTEST))
                .toList();
        var found = new ArrayList<Echo>();
        var where = places(sentences);
        for (var at = 0; at < sentences.size(); at++) {
            var sentence = sentences.get(at);
            for (var other : neighbours(at, sentence, where)) {
                echo(sentence, sentences.get(other)).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(Echo::kind)
                .thenComparing(Comparator.comparingDouble(Echo::likeness).reversed()));
        return found;
    }

    private static Map<String, List<Integer>> places(List<Sentence> sentences) {
        var where = new HashMap<String, List<Integer>>();
        for (var at = 0; at < sentences.size(); at++) {
            for (var pair : sentences.get(at).pairs()) {
                where.computeIfAbsent(pair, key -> new ArrayList<>()).add(at);
            }
        }
        return where;
    }

    private static SortedSet<Integer> neighbours(int at, Sentence sentence, Map<String, List<Integer>> where) {
        var near = new TreeSet<Integer>();
        for (var pair : sentence.pairs()) {
            var places = where.getOrDefault(pair, List.of());
            if (places.size() <= COMMON) {
                places.stream().filter(place -> place > at).forEach(near::add);
            }
        }
        return near;
    }

    private static Optional<Echo> echo(Sentence one, Sentence other) {
        if (one.article().key().equals(other.article().key())
                || ((isShort(one) || isShort(other)) && !one.differsInNumbersAlone(other))) {
            return Optional.empty();
        }
        var likeness = one.likeness(other);
        return likeness < SAME_MATTER
                ? Optional.empty()
                : kind(one, other, likeness)
                        .map(kind ->
                                new Echo(kind, one.article(), one.text(), other.article(), other.text(), likeness));
    }

    private static boolean isShort(Sentence sentence) {
        return sentence.pairs().size() < SHORTEST;
    }

    private static Optional<Kind> kind(Sentence one, Sentence other, double likeness) {
        if (!one.numbers().isEmpty()
                && !other.numbers().isEmpty()
                && !one.numbers().equals(other.numbers())) {
            return Optional.of(Kind.NUMBERS);
        }
        if (one.isOpposite(other)) {
            return Optional.of(Kind.COMMANDS);
        }
        if (!one.owner().isEmpty() && !other.owner().isEmpty() && !one.owner().equals(other.owner())) {
            return Optional.of(Kind.OWNERS);
        }
        return likeness >= SAME ? Optional.of(Kind.TWICE) : Optional.empty();
    }
}
