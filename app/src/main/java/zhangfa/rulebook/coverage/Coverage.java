package zhangfa.rulebook.coverage;

import java.util.List;
import java.util.function.Predicate;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.RulebookTree;

/** Every clause of the rulebooks as it stands at one moment. */
public record Coverage(List<RulebookTree> trees, List<Standing> standings) {

    public Tally tally() {
        return Tally.of(standings);
    }

    public Tally of(RulebookTree tree) {
        return tally(standing -> standing.passage().rulebook().equals(tree.key()));
    }

    /** A chapter, a section or an article. */
    public Tally of(Heading heading) {
        return switch (heading.level()) {
            case CHAPTER -> tally(standing -> standing.passage().chapter().id().equals(heading.id()));
            case SECTION -> tally(standing -> standing.passage().section().id().equals(heading.id()));
            case ARTICLE -> tally(standing -> standing.passage().article().id().equals(heading.id()));
        };
    }

    public List<Standing> article(String id) {
        return standings.stream()
                .filter(standing -> standing.passage().article().id().equals(id))
                .toList();
    }

    private Tally tally(Predicate<Standing> belongs) {
        return Tally.of(standings.stream().filter(belongs).toList());
    }
}
