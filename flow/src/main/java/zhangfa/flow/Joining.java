package zhangfa.flow;

import java.util.List;

/** A parallel join that fired: the tokens it took, the one that completed it last. */
public record Joining(int number, String join, List<Token> tokens) implements Visit {

    public Joining {
        tokens = Copies.of(tokens);
    }

    @Override
    public String node() {
        return join;
    }

    @Override
    public boolean cameFrom(int visit) {
        return tokens.stream().anyMatch(token -> token.from() == visit);
    }
}
