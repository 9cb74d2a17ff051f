package zhangfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modulith cannot see into templates, so this does: a template uses its own module and the shared frame, nothing else. */
class TemplateTests {

    private static final Path ROOT = Path.of("src/main/jte");
    private static final Pattern REFERENCE = Pattern.compile("@import zhangfa\\.(\\w+)|@template\\.(\\w+)");
    private static final Set<String> SHARED = Set.of("ui", "money", "api");

    static Stream<Path> templates() throws IOException {
        return Files.walk(ROOT).filter(path -> path.toString().endsWith(".jte"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void staysInsideItsModule(Path template) throws IOException {
        var module = ROOT.relativize(template).getName(0).toString();
        var used = REFERENCE
                .matcher(Files.readString(template))
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2));
        assertThat(used).allMatch(name -> name.equals(module) || SHARED.contains(name));
    }

    /** Every word that a page shows is escaped by the engine; nothing in the house asks it not to. */
    @ParameterizedTest
    @MethodSource("templates")
    void showsTextAsText(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContain("$unsafe");
    }
}
