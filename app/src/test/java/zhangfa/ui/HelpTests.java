package zhangfa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page is for stands behind the question mark of its top bar. */
class HelpTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/inbox",
                "/cases",
                "/start",
                "/rulebook",
                "/rulebook/coverage",
                "/rulebook/obligations",
                "/registers",
                "/organization",
                "/finance",
                "/notifications",
                "/announcements",
                "/overdue",
                "/incidents",
                "/calendars",
                "/designs",
                "/administration",
                "/administration/journal",
                "/me"
            })
    void everyPlaceOfTheMenuSaysWhatItIsFor(String path) {
        assertThat(help("zh-CN", path)).endsWith("。");
        assertThat(help("zh-TW", path)).endsWith("。").isNotEqualTo(help("zh-CN", path));
        assertThat(help("en", path)).endsWith(".");
    }

    @Test
    void aPageOfOneThingSaysSoAndAPageWithinItTheSame() {
        var aCase = help("zh-CN", "/cases/0195f0c6-9f60-7000-8000-000000000001");
        assertThat(aCase).isNotEqualTo(help("zh-CN", "/cases"));
        assertThat(help("zh-CN", "/cases/0195f0c6-9f60-7000-8000-000000000001/changes"))
                .isEqualTo(aCase);
        assertThat(help("zh-CN", "/designs/templates")).isNotEqualTo(help("zh-CN", "/designs/expense-claim"));
        assertThat(help("zh-CN", "/rulebook/articles/B.6.1.2")).contains("一条制度");
    }

    @Test
    void aPageOfWhichNobodyHasSaidAnythingHasNone() {
        assertThat(Frame.of("zh-CN", "/nowhere/at/all", Instant.EPOCH).help()).isNull();
    }

    private static String help(String language, String path) {
        return Objects.requireNonNull(Frame.of(language, path, Instant.EPOCH).help(), path);
    }
}
