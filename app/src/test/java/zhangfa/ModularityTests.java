package zhangfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between modules hold, and everybody can see where they stand. */
class ModularityTests {

    private static final Path PICTURE = Path.of("../docs/modules.md");
    private static final String LIBRARY = "flow";

    /** A module and those it may use, as its package says. */
    private record Module(String name, List<String> uses) {

        static Module of(org.springframework.modulith.core.ApplicationModule module) {
            var name = module.getIdentifier().toString();
            return new Module(name, name.equals(LIBRARY) ? List.of() : rule(module));
        }

        private static List<String> rule(org.springframework.modulith.core.ApplicationModule module) {
            return module.getBasePackage()
                    .getAnnotation(ApplicationModule.class)
                    .map(rule -> Arrays.stream(rule.allowedDependencies())
                            .map(name -> name.replaceFirst("::.*", ""))
                            .distinct()
                            .sorted()
                            .toList())
                    .orElseThrow(() -> new AssertionError(module.getIdentifier() + " does not say whom it may use"));
        }
    }

    @Test
    void modulesKeepToTheirWalls() {
        ApplicationModules.of(Zhangfa.class).verify();
    }

    @Test
    void thePictureIsUpToDate() throws IOException {
        var picture = picture(ApplicationModules.of(Zhangfa.class).stream()
                .filter(module -> !module.getBasePackage().getName().equals("zhangfa"))
                .map(Module::of)
                .sorted(Comparator.comparingInt((Module module) -> module.uses().size())
                        .thenComparing(Module::name))
                .toList());
        var drawn = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        Files.writeString(PICTURE, picture);
        assertThat(drawn)
                .as("docs/modules.md was out of date and has been written anew: commit it")
                .isEqualTo(picture);
    }

    private static String picture(List<Module> modules) {
        return """
                # Who may use whom

                Written by `ModularityTests`; do not edit. Each module says in its `package-info.java` whom it may use; whoever uses \
                another, or another's inside, breaks the build. What each owns is in [ARCHITECTURE.md](../ARCHITECTURE.md).

                | module | may use |
                |---|---|
                %s
                The same without what everybody uses (`database`, `api`, `ui`, `money`):

                ```mermaid
                flowchart BT
                %s```
                """.formatted(
                        modules.stream()
                                .map(module -> "| `%s` | %s |\n".formatted(module.name(), listed(module.uses())))
                                .collect(Collectors.joining()),
                        modules.stream().map(ModularityTests::arrows).collect(Collectors.joining()));
    }

    private static String listed(List<String> names) {
        return names.stream().map("`%s`"::formatted).collect(Collectors.joining(" "));
    }

    private static String arrows(Module module) {
        var everywhere = List.of("database", "api", "ui", "money");
        return module.uses().stream()
                .filter(used -> !everywhere.contains(used) && !everywhere.contains(module.name()))
                .map(used -> "  %s --> %s\n".formatted(module.name(), used))
                .collect(Collectors.joining());
    }
}
