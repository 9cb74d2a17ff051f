package zhangfa.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chi-square agrees with printed tables. */
class SignificanceTests {

    @ParameterizedTest
    @CsvSource({"0.5, 0.4549", "0.05, 3.8415", "0.01, 6.6349", "0.001, 10.8276", "1e-9, 37.3249"})
    void theTableOfOneDegreeOfFreedom(double probability, double chiSquare) {
        assertThat(Significance.chiSquare(probability)).isCloseTo(chiSquare, within(0.0001));
        assertThat(Significance.probability(chiSquare)).isCloseTo(probability, within(probability * 0.001));
    }

    @Test
    void theStatisticIsThatOfTheFourFieldTable() {
        assertThat(Significance.chiSquare(30, 100, 50, 100)).isCloseTo(8.3333, within(0.0001));
        assertThat(Significance.chiSquare(0, 100, 0, 100)).isZero();
    }
}
