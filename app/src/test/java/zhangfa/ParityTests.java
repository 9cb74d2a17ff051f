package zhangfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of operations names tests that are there. */
class ParityTests {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Tests)\\.(\\w+)`");
    private static final Pattern WRITTEN = Pattern.compile("void (\\w+)\\(");

    @Test
    void everyOperationIsShownByTestsThatThereAre() throws IOException {
        var named = NAMED.matcher(Files.readString(Path.of("../docs/parity.md")))
                .results()
                .map(found -> found.group(1) + "." + found.group(2))
                .toList();
        assertThat(named).isNotEmpty();
        var written = Stream.of("../flow", ".", "../e2e")
                .flatMap(module -> testsOf(Path.of(module, "src/test/java")))
                .collect(Collectors.toSet());
        assertThat(written).containsAll(named);
    }

    private static Stream<String> testsOf(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("Tests.java")).toList().stream()
                    .flatMap(ParityTests::testsIn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> testsIn(Path file) {
        try {
            var name = file.getFileName().toString().replace(".java", "");
            return WRITTEN.matcher(Files.readString(file)).results().map(found -> name + "." + found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
