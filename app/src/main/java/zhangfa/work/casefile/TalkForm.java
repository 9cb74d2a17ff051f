package zhangfa.work.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import zhangfa.process.Conversation;

/** A conversation as somebody types it: with a colleague by username, or somebody outside by name. */
public record TalkForm(
        @Nullable String person,
        @Nullable String contact,
        @Nullable String channel,
        @Nullable LocalDateTime at,
        @Nullable String outcome,
        @Nullable String next,
        @BindParam("next_on") @Nullable LocalDate nextOn) {

    public static final TalkForm EMPTY = new TalkForm(null, null, null, null, null, null, null);

    Conversation said(ZoneId zone) {
        return new Conversation(
                person,
                contact,
                Objects.requireNonNullElse(channel, ""),
                at == null ? null : at.atZone(zone).toInstant(),
                Objects.requireNonNullElse(outcome, ""),
                next,
                nextOn);
    }

    /** As the field for a time of day takes it. */
    public String atText() {
        return at == null ? "" : at.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    public String nextOnText() {
        return nextOn == null ? "" : nextOn.toString();
    }
}
