package zhangfa.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An application of its own process on a data folder, to be killed. */
final class Abandoned {

    private Abandoned() {}

    /** Starts the application, waits until its database serves, and kills it with no time for goodbyes. */
    static void on(Path folder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Abandoned.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            while (!"serving".equals(output.readLine())) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The application ended with " + process.exitValue());
                }
            }
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres.start(DataFolder.open(Path.of(arguments[0])));
        System.out.println("serving");
        Thread.currentThread().join();
    }
}
