package zhangfa.rulebook.practice;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import zhangfa.register.RegisterPlan;
import zhangfa.rulebook.source.Wording;

/** What carries some articles out: duties, a process with form and guide, registers and controls; adopted as one. */
public record Practice(
        String key,
        String rulebook,
        Wording title,
        String owner,
        List<LegalBasis> legalBasis,
        List<PracticeArticle> articles,
        PracticeProcess process,
        List<RegisterPlan> registers,
        List<Gathering> gatherings,
        List<Recording> recordings) {

    /** What was kept by an older release has none of these. */
    public Practice {
        registers = Objects.requireNonNullElse(registers, List.of());
        gatherings = Objects.requireNonNullElse(gatherings, List.of());
        recordings = Objects.requireNonNullElse(recordings, List.of());
    }

    public Stream<PracticeClause> clauses() {
        return articles.stream().flatMap(article -> article.clauses().stream());
    }

    /** What it says, without what only its process needs: for keeping many in memory. */
    public Practice withoutFiles() {
        var bare = new PracticeProcess(process.key(), "", "{}", process.introduction(), List.of());
        return new Practice(key, rulebook, title, owner, legalBasis, articles, bare, registers, List.of(), List.of());
    }

    public Optional<PracticeArticle> article(String id) {
        return articles.stream().filter(article -> article.id().equals(id)).findFirst();
    }

    public Optional<PracticeClause> clause(String id) {
        return clauses().filter(clause -> clause.id().equals(id)).findFirst();
    }
}
