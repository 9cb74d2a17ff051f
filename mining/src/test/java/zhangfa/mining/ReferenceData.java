package zhangfa.mining;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public logs and what a reference implementation computes for them. They lie outside the project; without them, tests skip. */
public final class ReferenceData {

    private static final String WHERE = "shared/data/mining";

    private ReferenceData() {}

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
