package zhangfa.mining.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever waits for a verb sees how far it is and may end it at any time. */
class FollowerTests extends CommandLine {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convert LOG NEW.xes.gz",
                "convert LOG NEW.csv",
                "convert LOG NEW.jsonocel",
                "convert LOG NEW.xmlocel",
                "convert LOG NEW.sqlite",
                "replay LOG MODEL",
                "align LOG MODEL",
                "quality LOG MODEL",
                "deviations LOG MODEL",
                "discover LOG",
                "discover LOG --algorithm=split",
                "simulate LOG MODEL --out=NEW.xes"
            })
    void whoeverWaitsIsToldHowFarItIsAndMayEndItWithNothingLeftBehind(String verb) throws Exception {
        var text = new StringBuilder("case,activity,timestamp\n");
        for (var i = 0; i < 5_000; i++) {
            text.append("%d,a%d,2024-01-01T00:00:00Z\n".formatted(i % 1000, i % 7));
        }
        var model = folder.resolve("model.ptml");
        Files.writeString(model, """
                <ptml><processTree id="t" root="r"><sequence id="r"/><manualTask id="a" name="a1"/><manualTask id="b" name="a2"/>
                <parentsNode id="1" sourceId="r" targetId="a"/><parentsNode id="2" sourceId="r" targetId="b"/></processTree></ptml>
                """);
        var words = verb.replace("LOG", log(text.toString()))
                .replace("MODEL", model.toString())
                .replace("NEW", folder.resolve("new").toString());
        var works = new LinkedHashSet<String>();
        for (var one : List.of("reading", "writing", "comparing", "discovering", "learning", "simulating")) {
            var code = ended(List.of(words.split(" ")), doing -> (done, all) -> {
                works.add(doing);
                assertThat(done).isBetween(0L, all);
                return !doing.equals(one);
            });
            assertThat(code).as(one).isEqualTo(works.contains(one) ? 130 : 0);
            delete("new");
        }
        assertThat(works).hasSizeGreaterThan(1).contains("reading");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Ended before it was done");
        assertThat(folder).isDirectoryNotContaining("glob:**new*");
    }

    private int ended(List<String> words, Follower follower) {
        return Mining.run(words, new PrintStream(out, true), new PrintStream(err, true), follower);
    }

    private void delete(String prefix) throws Exception {
        for (var file : folder.toFile().listFiles((in, name) -> name.startsWith(prefix) && !name.endsWith(".part"))) {
            Files.delete(file.toPath());
        }
    }

    @Test
    void aTerminalShowsOneLineThatIsTakenAwayAndEndsTheWork() throws Exception {
        var screen = new ByteArrayOutputStream();
        var terminal = new Terminal(new PrintStream(screen, true), true);
        var progress = terminal.during("reading");
        for (var done = 0; screen.size() == 0; done++) {
            assertThat(progress.goesOn(done, -1)).isTrue();
        }
        var ending = Thread.ofPlatform().start(terminal::end);
        while (progress.goesOn(1, 2)) {
            Thread.onSpinWait();
        }
        terminal.done();
        ending.join();

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .startsWith("\r\033[Kreading ")
                .endsWith("\r\033[K");
    }
}
