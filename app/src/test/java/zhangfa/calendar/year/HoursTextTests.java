package zhangfa.calendar.year;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours as people really type them. */
class HoursTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:00-12:00, 13:00-18:00 | 09:00-12:00, 13:00-18:00",
                "9:00-12:00，13:00–18:00 | 09:00-12:00, 13:00-18:00",
                "9：00—12：00；13：00 至 18：00 | 09:00-12:00, 13:00-18:00",
                "22:00-06:00 | 22:00-06:00",
                "00:00-24:00 | 00:00-00:00",
                "9-12 | 9-12-"
            })
    void whatIsTypedIsUnderstoodOrKept(String typed, String understood) {
        assertThat(HoursText.write(HoursText.read(typed))).isEqualTo(understood);
    }
}
