package zhangfa.flow;

import java.util.List;

/**
 * Tokens that became one: at a parallel or inclusive join that fired, or when nothing was left to do in a scope.
 *
 * @param join the BPMN id of the gateway or sub-process
 * @param tokens the tokens it took, the one that completed it last
 * @param scope the visit of the sub-process that was left; 0 for a gateway
 */
public record Joining(int number, String join, List<Token> tokens, int scope) implements Visit {

    public Joining {
        tokens = Copies.of(tokens);
    }

    @Override
    public String node() {
        return join;
    }

    @Override
    public boolean isDone() {
        return true;
    }

    @Override
    public List<Integer> sources() {
        return tokens.stream().map(Token::from).toList();
    }
}
