package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Journals and states of every release, read by the kernel of today. */
class GoldenTests {

    private static final Path ROOT = Path.of("src/test/resources/golden");

    static List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(path -> path.toString().endsWith(".journal.jsonl"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("journals")
    void aReleasedJournalStillGivesItsReleasedState(Path journal) throws IOException {
        var state = FlowState.EMPTY;
        for (var line : Files.readAllLines(journal)) {
            state = Evolving.evolve(state, FlowJson.readEvent(line));
        }
        var released = Path.of(journal.toString().replace(".journal.jsonl", ".state.json"));
        assertThat(state).isEqualTo(FlowJson.readState(Files.readString(released)));
    }

    @Test
    void theReleasedJournalsHoldEveryKindOfEvent() throws IOException {
        var text = new StringBuilder();
        for (var journal : journals()) {
            text.append(Files.readString(journal));
        }
        assertThat(FlowJson.kinds()).allSatisfy(kind -> assertThat(text).contains("\"event\":\"" + kind + "\""));
    }
}
