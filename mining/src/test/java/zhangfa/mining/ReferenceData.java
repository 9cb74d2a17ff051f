package zhangfa.mining;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.mining.log.Variants;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.LogColumns;
import zhangfa.mining.read.Reading;

/** Public logs and what a reference implementation computes for them. They lie outside the project; without them, tests skip. */
public final class ReferenceData {

    private static final String WHERE = "shared/data/mining";

    private static final List<String> LOGS = List.of(
            "BPIC13_closed_problems",
            "LoanApp_simplified",
            "a32f0n00",
            "a32f0n05",
            "a32f0n20",
            "apromore-L1",
            "bpic2020-DomesticDeclarations",
            "ccc19",
            "interval_event_log",
            "receipt",
            "repairExample",
            "repairExample-lifecycle",
            "reviewing",
            "roadtraffic100traces",
            "running-example",
            "sepsis",
            "teleclaims",
            "teleclaims-lifecycle",
            "tickets",
            "xes_20");

    private ReferenceData() {}

    /** The logs of which there are figures. */
    static List<String> logs() {
        return LOGS;
    }

    /** A file of the data; aborts the test, which is then counted as skipped, where it is not there. */
    public static Path file(String name) {
        var root = root();
        assumeTrue(
                root != null,
                () -> "No reference data: no folder " + WHERE + " above this one, and ZHANGFA_SHARED_DATA is not set");
        var file = root.resolve(name);
        assumeTrue(Files.exists(file), () -> "No reference data " + file);
        return file;
    }

    public static JsonNode expected(String name) throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(file("expected/" + name + ".json")));
    }

    /** The variants of the log that these figures are about, by the activity that they are about. */
    public static Variants variants(String name) throws Exception {
        var expected = expected(name);
        var keys = expected.get("activity").asString().split("\\+", -1);
        var reading = Reading.USUAL.withColumns(LogColumns.USUAL.withActivity(keys));
        return EventLogs.read(file(expected.get("log").asString()), reading).variants();
    }

    private static Path root() {
        var given = System.getenv("ZHANGFA_SHARED_DATA");
        if (given != null) {
            var data = Path.of(given);
            return Files.isDirectory(data.resolve("mining")) ? data.resolve("mining") : data;
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(WHERE))) {
                return folder.resolve(WHERE);
            }
        }
        return null;
    }
}
