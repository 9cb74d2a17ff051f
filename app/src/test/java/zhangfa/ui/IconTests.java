package zhangfa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An icon that icons.txt does not name is an empty square on the page. */
class IconTests {

    private static final Pattern NAMED = Pattern.compile("ui\\.icon\\(name = \"([^\"]+)\"|icon = \"([^\"]+)\"");

    static Stream<Path> templates() throws IOException {
        return Files.walk(Path.of("src/main/jte"))
                .filter(path -> path.toString().endsWith(".jte"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateNamesOnlyIconsThatWeHave(Path template) throws IOException {
        var named = NAMED.matcher(Files.readString(template))
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2));
        assertThat(named).isSubsetOf(icons());
    }

    @Test
    void everyToneAndEveryStateOfARouteHasItsIcon() throws IOException {
        var tones = Arrays.stream(Tone.values()).map(Tone::icon);
        var states = Arrays.stream(RouteStep.State.values()).map(RouteStep.State::icon);
        assertThat(Stream.concat(tones, states)).isSubsetOf(icons());
    }

    private static Set<String> icons() throws IOException {
        try (var lines = Files.lines(Path.of("src/main/frontend/icons.txt"))) {
            return lines.map(line -> line.split(" = ")[0]).collect(Collectors.toSet());
        }
    }
}
