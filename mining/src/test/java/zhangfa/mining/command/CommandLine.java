package zhangfa.mining.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the command line share: a folder, what a verb writes, and a small log. */
abstract class CommandLine {

    @TempDir
    Path folder;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int run(String... words) {
        return Mining.run(List.of(words), new PrintStream(out, true), new PrintStream(err, true), Follower.NOBODY);
    }

    String log(String text) throws Exception {
        var file = folder.resolve("log.csv");
        Files.writeString(file, text);
        return file.toString();
    }
}
