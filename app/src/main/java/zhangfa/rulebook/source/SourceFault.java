package zhangfa.rulebook.source;

/** A file of the rulebook is not as it must be; says which file, which line, and what is wrong. */
public final class SourceFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SourceFault(String file, int line, String what) {
        super("%s:%d: %s".formatted(file, line, what));
    }

    public SourceFault(String file, String what) {
        super("%s: %s".formatted(file, what));
    }
}
