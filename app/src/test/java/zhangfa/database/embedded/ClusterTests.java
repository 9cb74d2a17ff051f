package zhangfa.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a new cluster takes of its machine. */
class ClusterTests {

    @ParameterizedTest
    @CsvSource({"512, 128", "2048, 256", "24576, 3072", "131072, 4096"})
    void anEighthOfTheMemoryHoldsWhatIsReadOften(long megabytes, long buffers) {
        assertThat(Cluster.buffers(megabytes << 20)).isEqualTo(buffers);
    }
}
