package zhangfa.mining.command;

/** The command was understood and the answer is no: exit code 1. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
