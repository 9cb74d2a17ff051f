package zhangfa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that people read is there, once, in each of the three languages. */
class MessagesTests {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /** {@code say("key")}, {@code say("prefix." + …)}, and "{key}" or "{key|…" as refusals write them. */
    private static final Pattern USE =
            Pattern.compile("say(?:Or)?\\(\\s*\"([\\w.-]+)\"|\"\\{([a-z-]+(?:\\.[\\w-]+)+\\.?)(?:[|}]|\" *\\+)");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageSaysTheSame(String bundle) throws IOException {
        var chinese = places(bundle);
        assertThat(places(bundle + "_zh_TW")).isEqualTo(chinese);
        assertThat(places(bundle + "_en")).isEqualTo(chinese);
    }

    @Test
    void noKeyIsSaidTwice() throws IOException {
        var seen = new HashSet<String>();
        for (var bundle : bundles().toList()) {
            try (var lines = Files.lines(BUNDLES.resolve(bundle + ".properties"), UTF_8)) {
                assertThat(lines.filter(line -> line.matches("[\\w.-]+=.*")).map(line -> line.split("=")[0]))
                        .allMatch(seen::add);
            }
        }
    }

    @Test
    void whatCodeAndTemplatesSayIsThere() throws IOException {
        var known = new TreeSet<String>();
        for (var bundle : bundles().toList()) {
            known.addAll(places(bundle).keySet());
        }
        assertThat(used()).hasSizeGreaterThan(100).allMatch(key -> isSaid(key, known));
    }

    /** A key that ends with a dot or hyphen is the beginning of several. */
    private static boolean isSaid(String key, TreeSet<String> known) {
        var next = known.ceiling(key);
        return next != null && (key.matches(".*[.-]") ? next.startsWith(key) : next.equals(key));
    }

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        for (var file : sources()) {
            USE.matcher(Files.readString(file))
                    .results()
                    .map(MessagesTests::key)
                    .forEach(used::add);
        }
        return used;
    }

    private static String key(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var root : List.of("src/main/java", "src/main/jte")) {
            try (var files = Files.walk(Path.of(root))) {
                sources.addAll(files.filter(Files::isRegularFile).toList());
            }
        }
        return sources;
    }

    /** The keys of a bundle with the arguments that each takes. */
    private static Map<String, Set<String>> places(String bundle) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"), UTF_8)) {
            texts.load(reader);
        }
        assertThat(texts.values()).noneMatch(text -> text.toString().isBlank());
        return texts.stringPropertyNames().stream()
                .collect(toMap(
                        key -> key,
                        key -> PLACE.matcher(texts.getProperty(key))
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
