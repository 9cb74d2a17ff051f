package zhangfa.rulebook.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.rulebook.article.ArticlePage.Twin;
import zhangfa.rulebook.coverage.Coverage;
import zhangfa.rulebook.coverage.CoverageBoard;
import zhangfa.rulebook.coverage.Evidence;
import zhangfa.rulebook.coverage.Mark;
import zhangfa.rulebook.coverage.Standing;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.rulebook.obligation.Obligations;
import zhangfa.rulebook.practice.Duty;
import zhangfa.rulebook.practice.DutyRoster;
import zhangfa.rulebook.practice.GuidePart;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.PracticeClause;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.tree.Clause;
import zhangfa.rulebook.tree.Heading;

/** Puts together what a reader wants to know of one article. */
@Component
class ArticleReading {

    private final CoverageBoard board;
    private final Practices practices;
    private final Obligations obligations;
    private final DutyRoster roster;
    private final Words words;

    ArticleReading(CoverageBoard board, Practices practices, Obligations obligations, DutyRoster roster, Words words) {
        this.board = board;
        this.practices = practices;
        this.obligations = obligations;
        this.roster = roster;
        this.words = words;
    }

    /** By the id of the article or of one of its clauses. */
    ArticlePage read(String id, Locale locale) {
        var coverage = board.now(locale);
        var passage = coverage.standings().stream()
                .filter(standing -> standing.clause().id().equals(id)
                        || standing.passage().article().id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere)
                .passage();
        var article = passage.article();
        var standings = coverage.article(article.id());
        var inForce = obligations.inForce();
        var practice = practices.carryingOut(article.clauses().getFirst().id()).orElse(null);
        return new ArticlePage(
                passage,
                Mark.of(standings),
                standings.stream()
                        .map(standing -> clause(standing, practice, inForce, locale))
                        .toList(),
                twins(coverage, article, locale),
                practice,
                practice == null ? null : practice.article(article.id()).orElse(null),
                standings.stream().map(Standing::evidence).reduce(Evidence.NONE, Evidence::and));
    }

    private ClauseView clause(Standing standing, @Nullable Practice practice, List<Obligation> inForce, Locale locale) {
        var reasons = standing.execution().reasons().stream()
                .map(reason -> words.say(reason, locale))
                .toList();
        var id = standing.clause().id();
        var how = Optional.ofNullable(practice).flatMap(known -> known.clause(id));
        var duties = how.stream()
                .map(PracticeClause::duties)
                .flatMap(List::stream)
                .map(duty -> duty(duty, practice))
                .toList();
        var named = how.map(PracticeClause::obligations).orElse(List.of());
        var recurring = inForce.stream()
                .filter(one -> named.contains(one.key()) || one.clauses().contains(id))
                .toList();
        return new ClauseView(standing, duties, recurring, reasons);
    }

    private DutyView duty(Duty duty, @Nullable Practice practice) {
        var step = Optional.ofNullable(duty.step())
                .flatMap(named -> Optional.ofNullable(practice)
                        .flatMap(known -> known.process().guideTo(named)));
        return new DutyView(
                duty, roster.namesFor(duty.who()), step.map(GuidePart::title).orElse(null));
    }

    /** Both ways: what this article points to, and what points to it. */
    private static List<Twin> twins(Coverage coverage, Heading article, Locale locale) {
        var own = Stream.concat(
                        Stream.of(article.id()), article.clauses().stream().map(Clause::id))
                .toList();
        var named = Stream.concat(
                        article.twins().stream(), article.clauses().stream().flatMap(clause -> clause.twins().stream()))
                .toList();
        return coverage.trees().stream()
                .flatMap(tree -> tree.headings())
                .filter(heading -> !heading.id().equals(article.id()))
                .flatMap(heading -> Stream.concat(
                        Stream.of(heading)
                                .filter(place -> named.contains(place.id()) || meets(place.twins(), own))
                                .map(place -> twin(place, locale)),
                        heading.clauses().stream()
                                .filter(clause -> !clause.id().equals(heading.id()))
                                .filter(clause -> named.contains(clause.id()) || meets(clause.twins(), own))
                                .map(clause -> new Twin(
                                        clause.id(), clause.title().in(locale), "/rulebook/articles/" + clause.id()))))
                .toList();
    }

    private static Twin twin(Heading place, Locale locale) {
        var href = place.level() == Heading.Level.ARTICLE ? "/rulebook/articles/" : "/rulebook?q=";
        return new Twin(place.id(), place.title().in(locale), href + place.id());
    }

    private static boolean meets(List<String> some, List<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
