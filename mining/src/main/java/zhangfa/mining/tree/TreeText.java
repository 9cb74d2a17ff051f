package zhangfa.mining.tree;

import java.util.ArrayList;
import java.util.Arrays;

/** Reads trees in the notation in which they print themselves: {@code ->( 'a', X( tau, 'b' ) )}. */
public final class TreeText {

    private static final int DEEPEST = 500;

    private final String text;
    private int at;
    private int depth;

    private TreeText(String text) {
        this.text = text;
    }

    /** Reads a tree. @throws IllegalArgumentException naming the position of what is not understood */
    public static ProcessTree read(String text) {
        var reading = new TreeText(text);
        var tree = reading.tree();
        reading.skipBlanks();
        if (reading.at < text.length()) {
            throw reading.refused("end of the tree");
        }
        return tree;
    }

    private ProcessTree tree() {
        skipBlanks();
        if (text.startsWith("tau", at)) {
            at += 3;
            return ProcessTree.silent();
        }
        if (text.startsWith("'", at)) {
            return new ProcessTree.Activity(name());
        }
        var operator = Arrays.stream(Operator.values())
                .filter(one -> text.startsWith(one.sign(), at))
                .findFirst()
                .orElseThrow(() -> refused("tau, a name in quotes or an operator"));
        at += operator.sign().length();
        if (++depth > DEEPEST) {
            throw refused("a tree less deep");
        }
        expect("(");
        var parts = new ArrayList<ProcessTree>();
        do {
            parts.add(tree());
            skipBlanks();
        } while (text.startsWith(",", at) && at++ >= 0);
        expect(")");
        depth--;
        return new ProcessTree.Block(operator, parts);
    }

    private String name() {
        var name = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '\'') {
                at++;
                return name.toString();
            }
            if (character == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at));
        }
        throw refused("a closing quote");
    }

    private void expect(String sign) {
        skipBlanks();
        if (!text.startsWith(sign, at)) {
            throw refused(sign);
        }
        at += sign.length();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException refused(String expected) {
        return new IllegalArgumentException("At position %d: %s expected".formatted(at, expected));
    }
}
