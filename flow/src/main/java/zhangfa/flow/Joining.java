package zhangfa.flow;

import java.util.List;
import java.util.Set;

/** A parallel or inclusive join that fired: the tokens it took, the one that completed it last. */
public record Joining(int number, String join, List<Token> tokens) implements Visit {

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
    public boolean cameFrom(Set<Integer> visits) {
        return tokens.stream().anyMatch(token -> visits.contains(token.from()));
    }
}
