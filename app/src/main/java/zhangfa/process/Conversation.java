package zhangfa.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;

/**
 * What came of a call, a chat or a talk about a case, as somebody notes it down.
 *
 * @param person username of the colleague it was with; null where it was with somebody outside
 * @param contact who it was with outside; null where it was with a colleague
 * @param channel one of {@link #CHANNELS}
 * @param next what is to be done next; null where nothing is
 * @param nextOn the day on which whoever notes it down is reminded of that
 */
public record Conversation(
        @Nullable String person,
        @Nullable String contact,
        String channel,
        @Nullable Instant at,
        String outcome,
        @Nullable String next,
        @Nullable LocalDate nextOn) {

    public static final List<String> CHANNELS =
            List.of("phone", "wecom", "dingtalk", "feishu", "mail", "in_person", "meeting", "other");

    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 100;
    private static final Duration OFF_BY = Duration.ofMinutes(5);

    public Conversation {
        person = stripped(person);
        contact = stripped(contact);
        outcome = outcome.strip();
        next = stripped(next);
    }

    /** Refuses what cannot be, naming the fields. */
    public void check(Clock clock) {
        var faults = new ArrayList<Fault>();
        if ((person == null) == (contact == null)) {
            faults.add(new Fault(person == null ? "/person" : "/contact", "{process.conversation.with-one}"));
        }
        if (contact != null && contact.length() > LONGEST_NAME) {
            faults.add(new Fault("/contact", "{process.conversation.too-long|" + LONGEST_NAME + "}"));
        }
        if (!CHANNELS.contains(channel)) {
            faults.add(new Fault("/channel", channel.isEmpty() ? "{form.required}" : "{form.enum}"));
        }
        if (at == null || at.isAfter(clock.instant().plus(OFF_BY))) {
            faults.add(new Fault("/at", at == null ? "{form.required}" : "{process.conversation.future}"));
        }
        length("/outcome", outcome, faults);
        if (next != null) {
            length("/next", next, faults);
        }
        if ((next == null) != (nextOn == null)) {
            faults.add(new Fault(next == null ? "/next" : "/next_on", "{process.conversation.next-both}"));
        } else if (nextOn != null && nextOn.isBefore(LocalDate.now(clock))) {
            faults.add(new Fault("/next_on", "{process.conversation.past}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private static void length(String field, String text, List<Fault> faults) {
        if (text.isEmpty() || text.length() > LONGEST) {
            faults.add(new Fault(
                    field, text.isEmpty() ? "{form.required}" : "{process.conversation.too-long|" + LONGEST + "}"));
        }
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
