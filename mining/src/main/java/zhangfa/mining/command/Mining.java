package zhangfa.mining.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import zhangfa.mining.read.LogRefused;

/** Where {@code bin/zhangfa mining} begins. Exit codes: 0 done, 1 no, 2 called wrongly, 130 ended by Ctrl-C. */
public final class Mining {

    private static final List<Verb> VERBS = List.of(
            new Summary(),
            new Convert(),
            new ReplayTokens(),
            new Align(),
            new Discover(),
            new Simulate(),
            new Measure(),
            new Deviations(),
            new Check());

    private static final int INTERRUPTED = 130;

    private Mining() {}

    public static void main(String[] arguments) {
        var terminal = new Terminal(System.err, Boolean.getBoolean("zhangfa.mining.terminal"));
        Runtime.getRuntime().addShutdownHook(new Thread(terminal::end, "ending"));
        var code = run(Arrays.asList(arguments), System.out, System.err, terminal);
        System.out.flush();
        terminal.done();
        System.exit(code);
    }

    /** Runs a verb with its arguments and answers the exit code. */
    static int run(List<String> words, PrintStream out, PrintStream err, Follower follower) {
        var verb = VERBS.stream()
                .filter(candidate -> !words.isEmpty() && candidate.name().equals(words.getFirst()))
                .findFirst();
        if (verb.isEmpty()) {
            err.println(usage());
            return 2;
        }
        try {
            out.write(answer(verb.get(), words.subList(1, words.size()), follower));
            out.println();
            return 0;
        } catch (Misuse e) {
            err.println(e.getMessage());
            err.println("Usage: zhangfa mining " + verb.get().name() + " "
                    + verb.get().usage());
            return 2;
        } catch (CancellationException e) {
            err.println("Ended before it was done");
            return INTERRUPTED;
        } catch (OutOfMemoryError e) {
            err.println("This takes more than the " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB that there are; ZHANGFA_MINING_HEAP=8g gives it more");
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getMessage());
        } catch (AccessDeniedException e) {
            err.println("The file may not be read or written: " + e.getMessage());
        } catch (LogRefused e) {
            err.println("This cannot be read as an event log: " + e.getMessage());
        } catch (Refusal | IOException e) {
            err.println(e.getMessage());
        }
        return 1;
    }

    private static byte[] answer(Verb verb, List<String> words, Follower follower)
            throws IOException, LogRefused, Misuse, Refusal {
        var bytes = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            verb.run(Arguments.of(words, follower), json);
        }
        return bytes.toByteArray();
    }

    private static String usage() {
        return VERBS.stream()
                .map(verb -> "  zhangfa mining " + verb.name() + " " + verb.usage())
                .collect(Collectors.joining("\n", "Usage:\n", ""));
    }
}
