package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel knows no framework, no database, no clock, no thread and no chance, and its files stay small. */
class PurityTests {

    private static final Path ROOT = Path.of("src/main/java");
    private static final Pattern IMPURE = Pattern.compile(
            "org\\.springframework|java\\.sql|jakarta\\.|\\bThread\\b|Executor|synchronized|java\\.util\\.concurrent"
                    + "|Instant\\.now|LocalDate\\.now|ZonedDateTime\\.now|Clock\\.|currentTimeMillis|nanoTime"
                    + "|UUID\\.random|\\bRandom\\b|Math\\.random|System\\.(out|err|getenv|getProperty)");

    static Stream<Path> sources() throws IOException {
        return Files.walk(ROOT).filter(path -> path.toString().endsWith(".java"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isPureAndSmall(Path source) throws IOException {
        var text = Files.readString(source);
        assertThat(IMPURE.matcher(text).results().map(found -> found.group())).isEmpty();
        assertThat(text.lines().count()).isLessThanOrEqualTo(300);
    }
}
