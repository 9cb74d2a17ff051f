package zhangfa.mining.command;

/** The command was not called as it can be: exit code 2. */
final class Misuse extends Exception {

    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }
}
