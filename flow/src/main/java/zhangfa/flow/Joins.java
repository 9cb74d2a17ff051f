package zhangfa.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** When the tokens in front of a join become one. */
final class Joins {

    private Joins() {}

    /** Takes the longest waiting token of every incoming flow that has one, if the join of this token can go on. */
    static Optional<FlowEvent.Joined> ready(Standing standing, Token arrived, int visit) {
        var node = standing.graph().resting(arrived);
        var scope = standing.scope(arrived);
        var waiting = standing.state().waiting();
        var tokens = new ArrayList<Token>();
        for (var flow : node.incoming()) {
            waiting.stream()
                    .filter(token -> token.flow().equals(flow.id()) && standing.scope(token) == scope)
                    .findFirst()
                    .ifPresent(tokens::add);
        }
        if (!goesOn(standing, node, tokens, scope)) {
            return Optional.empty();
        }
        tokens.sort(Comparator.comparingInt(waiting::indexOf));
        return Optional.of(new FlowEvent.Joined(visit, node.id(), tokens));
    }

    private static boolean goesOn(Standing standing, Node node, List<Token> tokens, int scope) {
        if (node.kind() == Node.Kind.PARALLEL) {
            return tokens.size() == node.incoming().size();
        }
        var filled = tokens.stream().map(Token::flow).collect(Collectors.toSet());
        return new InclusiveJoin(standing.graph(), node).isComplete(filled, standing.nodesIn(scope));
    }
}
