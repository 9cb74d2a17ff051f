package zhangfa.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The built product, started as its launcher starts it, on a data folder of its own. */
final class Server implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAR = Path.of(System.getProperty("zhangfa.jar", "../app/target/zhangfa-boot.jar"))
            .toAbsolutePath()
            .normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("zhangfa.patience", 2));

    private static @Nullable Server shared;

    private final Path folder;
    private final int port;
    private final boolean demo;
    private final Map<String, String> settings;
    private @Nullable Process process;

    private Server(String name, int port, boolean demo, Map<String, String> settings) {
        this.folder = emptied(TARGET.resolve("servers").resolve(name));
        this.port = port;
        this.demo = demo;
        this.settings = settings;
    }

    /**
     * The one with the demo company that most journeys take place on; stopped when the run ends. While journeys are
     * written, -Dzhangfa.port names one that runs already.
     */
    static synchronized Server shared() {
        if (shared == null) {
            var running = Integer.getInteger("zhangfa.port");
            var server = running == null ? withDemo("shared") : new Server("shared", running, true, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            shared = server;
        }
        return shared;
    }

    static Server withDemo(String name) {
        return withDemo(name, Map.of());
    }

    /** With further settings of its environment. */
    static Server withDemo(String name, Map<String, String> settings) {
        return new Server(name, freePort(), true, settings).started();
    }

    static Server withoutDemo(String name) {
        return new Server(name, freePort(), false, Map.of()).started();
    }

    /** Another node on the database of that one, which lives on when either is killed. */
    static Server beside(String name, Server first) {
        var data = first.folder.resolve("data");
        var settings = new HashMap<>(first.settings);
        settings.put(
                "ZHANGFA_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:"
                        + read(data.resolve("database-port")).strip() + "/zhangfa");
        settings.put("ZHANGFA_DATABASE_USER", "zhangfa");
        settings.put(
                "ZHANGFA_DATABASE_PASSWORD",
                read(data.resolve("database-password")).strip());
        settings.put("ZHANGFA_KEY_FILE", first.folder.resolve("key").toString());
        return new Server(name, freePort(), true, settings).started();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What the server has written, or under its first word a command of the command line. */
    String output(String word) {
        return read(folder.resolve(word));
    }

    /** The first match in what the server has said so far. */
    Matcher said(String pattern) {
        var match = Pattern.compile(pattern).matcher(output("log"));
        if (!match.find()) {
            throw new AssertionError("The server did not say " + pattern + ":\n" + output("log"));
        }
        return match;
    }

    /** SIGKILL of the application; its database lives on, as after a crash. */
    void kill() {
        running().destroyForcibly();
        ended(running());
    }

    /** SIGKILL of the database under the running application. */
    void killDatabase() {
        var pid = Long.parseLong(read(postmasterPid()).lines().findFirst().orElseThrow());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    void restart() {
        started();
    }

    /** The exit code of the command line on this server's folder. */
    int command(String... words) {
        try {
            var command = java();
            command.addAll(List.of(words));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment());
            var asked =
                    builder.redirectOutput(folder.resolve(words[0]).toFile()).start();
            ended(asked);
            return asked.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            ended(process);
        }
    }

    private Server started() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is not there: build the product first (mvn -pl app -am package)");
        }
        try {
            var log = folder.resolve("log").toFile();
            var builder = new ProcessBuilder(java()).redirectErrorStream(true);
            builder.environment().putAll(environment());
            process = builder.redirectOutput(log).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.within(PATIENCE, () -> {
            if (!running().isAlive()) {
                throw new IllegalStateException("The server ended:\n" + output("log"));
            }
            return output("log").contains("Zhangfa is ready at ");
        });
        return this;
    }

    private static List<String> java() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new java.util.ArrayList<>(List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toString()));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("ZHANGFA_PORT", Integer.toString(port));
        environment.put("ZHANGFA_ADDRESS", "127.0.0.1");
        environment.put("ZHANGFA_DATA", folder.resolve("data").toString());
        environment.put("ZHANGFA_KEY_FILE", folder.resolve("key").toString());
        environment.put("ZHANGFA_DEMO", Boolean.toString(demo));
        environment.putAll(settings);
        return environment;
    }

    private Path postmasterPid() {
        try (var files = Files.walk(folder.resolve("data"), 3)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        return process;
    }

    private static void ended(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Still running after " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file :
                            files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
