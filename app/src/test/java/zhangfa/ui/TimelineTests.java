package zhangfa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTests {

    @Test
    void whatTheSystemDidBetweenPeopleIsFoldedTogether() {
        var timeline = Timeline.of(List.of(event("林晓雯"), event(null), event(null), event("王建国"), event(null)));

        assertThat(timeline.stretches())
                .extracting(Timeline.Stretch::isFolded)
                .containsExactly(false, true, false, true);
        assertThat(timeline.stretches().get(1).events()).hasSize(2);
    }

    private static TimelineEvent event(@Nullable String actor) {
        return new TimelineEvent(actor, null, "did something", null, Instant.EPOCH);
    }
}
