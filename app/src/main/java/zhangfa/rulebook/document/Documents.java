package zhangfa.rulebook.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.document.Unreadable.Reason;
import zhangfa.rulebook.structure.Manuscript;

/**
 * Reads documents that strangers made. Each is read by a process of its own, with little memory and time and without our
 * environment: a file that inflates without end or sends a library round in circles costs its own import and nothing else.
 */
@Component
public class Documents {

    private static final int SECONDS = 60;
    private static final int AT_ONCE = 2;
    private static final int LONGEST_NAME = 200;
    /** What the Java runtime answers with when memory ran out and it was told to end then. */
    private static final int OUT_OF_MEMORY = 3;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final int seconds;

    public Documents() {
        this(SECONDS);
    }

    Documents(int seconds) {
        this.seconds = seconds;
    }

    /**
     * The lines of a document, in reading order.
     *
     * @param name how the file is called, since plain text says nothing of itself
     */
    public Manuscript read(byte[] content, String name) throws Unreadable {
        places.acquireUninterruptibly();
        try {
            return read(content, name, started());
        } catch (IOException unstartable) {
            throw new UncheckedIOException("No process can be started to read a document", unstartable);
        } finally {
            places.release();
        }
    }

    private Manuscript read(byte[] content, String name, Process process) throws Unreadable {
        var tooLate = new CompletableFuture<Boolean>();
        CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS)
                .execute(() -> tooLate.complete(process.isAlive() && end(process)));
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            hand(content, name, process);
            return Wire.read(in);
        } catch (IOException cut) {
            throw new Unreadable(tooLate.getNow(false) ? Reason.TOO_SLOW : reason(process));
        } finally {
            end(process);
        }
    }

    private static void hand(byte[] content, String name, Process process) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
            out.writeUTF(name.substring(Math.max(0, name.length() - LONGEST_NAME)));
            out.write(content);
        }
    }

    private static Reason reason(Process process) {
        return process.onExit()
                                .completeOnTimeout(process, 5, TimeUnit.SECONDS)
                                .join()
                                .isAlive()
                        || process.exitValue() != OUT_OF_MEMORY
                ? Reason.DAMAGED
                : Reason.TOO_LARGE;
    }

    private static boolean end(Process process) {
        process.destroyForcibly();
        return true;
    }

    private static Process started() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Djava.awt.headless=true"));
        command.addAll(program());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    /** Out of one jar with other jars inside, only the loader that it carries starts a program. */
    private static List<String> program() {
        var main = Extraction.class.getName();
        var here = String.valueOf(Documents.class.getResource("Documents.class"));
        var start = here.startsWith("jar:nested:")
                ? List.of("-Dloader.main=" + main, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(main);
        var program = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        program.addAll(start);
        return program;
    }
}
