package zhangfa.rulebook.coverage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often something was done, and when last. */
public record Evidence(
        @JsonProperty("evidence_count") long count,
        @JsonProperty("last_evidence_at") @Nullable Instant lastAt) {

    public static final Evidence NONE = new Evidence(0, null);

    public Evidence and(Evidence other) {
        var last = Stream.of(this, other)
                .flatMap(evidence -> Stream.ofNullable(evidence.lastAt))
                .max(Instant::compareTo)
                .orElse(null);
        return new Evidence(count + other.count, last);
    }

    @JsonIgnore
    public boolean isThere() {
        return count > 0;
    }
}
