package zhangfa.directory.provider;

import org.jspecify.annotations.Nullable;

/** An outside system did not do what was asked of it, in words for an administrator. */
public final class Trouble extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean isPassing;

    private Trouble(String words, boolean isPassing, @Nullable Throwable cause) {
        super(words, cause);
        this.isPassing = isPassing;
    }

    /** It cannot be reached, or is busy: the same may work later. {@code words} is a message key in braces. */
    public static Trouble passing(String words, @Nullable Throwable cause) {
        return new Trouble(words, true, cause);
    }

    /** It refuses: the same will not work later either. */
    public static Trouble lasting(String words) {
        return new Trouble(words, false, null);
    }

    public boolean isPassing() {
        return isPassing;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
