package zhangfa.mining.tree;

/** How the parts of a block relate to each other. */
public enum Operator {
    /** One after the other. */
    SEQUENCE("->"),
    /** Exactly one of them. */
    CHOICE("X"),
    /** All of them, in any order and at once. */
    PARALLEL("+"),
    /** At least one of them, in any order and at once. */
    INCLUSIVE("O"),
    /** The first; then, as often as one likes, one of the others and the first again. */
    LOOP("*");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** Whether a part that is itself such a block may be replaced by its parts. */
    boolean isAssociative() {
        return this == SEQUENCE || this == CHOICE || this == PARALLEL;
    }
}
