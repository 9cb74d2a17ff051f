package zhangfa.command;

import java.io.PrintStream;
import java.util.List;

/**
 * Something that people do from the terminal. Its bean's name is the word they type, its
 * {@link org.springframework.context.annotation.Description} the line of the help.
 */
@FunctionalInterface
public interface Command {

    int DONE = 0;
    int FAILED = 1;
    int NOT_UNDERSTOOD = 2;

    /** Does it, prints nothing but the result, and answers one of the codes above. */
    int run(List<String> arguments, PrintStream out) throws Exception;
}
