package zhangfa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time limits in words, on workdays of eight hours. */
class TimeLeftTests {

    private static final Instant DUE = Instant.parse("2026-11-24T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT4H,    还剩 4 个工作小时, 還剩 4 個工作小時, 4 working hours left",
        "PT59M,   还剩 59 分钟, 還剩 59 分鐘, 59 minutes left",
        "PT0S,    还剩 不到 1 分钟, 還剩 不到 1 分鐘, less than a minute left",
        "PT8H,    还剩 1 个工作日, 還剩 1 個工作日, 1 workday left",
        "PT13H30M,还剩 1 个工作日 5 小时, 還剩 1 個工作日 5 小時, 1 workday 5 hours left",
        "PT31H,   还剩 3 个工作日, 還剩 3 個工作日, 3 workdays left",
        "PT-8H,   逾期 1 个工作日, 逾期 1 個工作日, overdue by 1 workday",
        "PT-1M,   逾期 1 分钟, 逾期 1 分鐘, overdue by 1 minute"
    })
    void timeIsSaidAsPeopleSayIt(Duration left, String simplified, String traditional, String english) {
        var limit = new TimeLeft(left, Duration.ofHours(8), DUE, null);
        assertThat(limit.words(page("zh-CN"))).isEqualTo(simplified);
        assertThat(limit.words(page("zh-TW"))).isEqualTo(traditional);
        assertThat(limit.words(page("en"))).isEqualTo(english);
    }

    @Test
    void aPausedLimitSaysWhy() {
        assertThat(limit("PT4H", "等客户补材料").words(page("zh-CN"))).isEqualTo("已暂停（等客户补材料），还剩 4 个工作小时");
        assertThat(limit("PT4H", "等客户补材料").tone()).isEqualTo(Tone.WAITING);
        assertThat(limit("PT4H", null).tone()).isEqualTo(Tone.RUNNING);
        assertThat(limit("PT-4H", "停电").tone()).isEqualTo(Tone.OVERDUE);
    }

    private static TimeLeft limit(String left, @Nullable String paused) {
        return new TimeLeft(Duration.parse(left), Duration.ofHours(8), null, paused);
    }

    private static Page page(String language) {
        return Frame.of(language, "/", DUE);
    }
}
