package zhangfa.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The server that runs on a cluster, by what its postmaster.pid and the processes of this machine say. */
record Postmaster(long pid, int port, String state) {

    private static final Path PROCESSES = Path.of("/proc");

    /** The live server on this cluster; empty when none runs, also when a crash left the file behind. */
    static Optional<Postmaster> on(Path cluster) {
        return written(cluster).filter(postmaster -> isAlive(postmaster.pid(), cluster));
    }

    /**
     * Takes away what a killed server left, so that a process which got its number since cannot be mistaken for it.
     * Waits for the last of its children, who still write. Where processes cannot be looked into, PostgreSQL itself decides.
     */
    static void clearLeftovers(Path cluster) {
        if (!Files.isDirectory(PROCESSES.resolve("self")) || on(cluster).isPresent()) {
            return;
        }
        try {
            for (var waited = 0; waited < 200 && anybodyWorksIn(cluster); waited++) {
                Thread.sleep(50);
            }
            if (!anybodyWorksIn(cluster)) {
                Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStopping() {
        return state.equals("stopping");
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Postmaster> written(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.getFirst().strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    lines.size() < 8 ? "starting" : lines.get(7).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server works in its cluster's folder; what has ended but was not buried yet works nowhere. */
    private static boolean isAlive(long pid, Path cluster) {
        if (Files.isDirectory(PROCESSES.resolve("self"))) {
            return worksIn(PROCESSES.resolve(Long.toString(pid)), cluster);
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static boolean anybodyWorksIn(Path cluster) throws IOException {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .anyMatch(process -> worksIn(process, cluster));
        }
    }

    private static boolean worksIn(Path process, Path cluster) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.toRealPath())
                    && Files.readSymbolicLink(process.resolve("exe")).endsWith("postgres");
        } catch (IOException e) {
            return false;
        }
    }
}
