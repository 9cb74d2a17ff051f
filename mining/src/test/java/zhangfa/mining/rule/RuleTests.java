package zhangfa.mining.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.time.WorkingTime;

class RuleTests {

    private static final long HOUR = 3_600_000_000L;

    /** One case of events such as {@code "pay@3 Li"}: what, at which hour, who; the latter two may be left out. */
    private static EventLog log(String... events) {
        var builder = new EventLogBuilder();
        var number = builder.newCase("1");
        for (var event : events) {
            var parts = event.split("[@ ]");
            var at = event.contains("@") ? Long.parseLong(parts[1]) * HOUR : EventLog.NO_TIME;
            var who = event.contains(" ") ? builder.resource(event.substring(event.indexOf(' ') + 1)) : EventLog.NOBODY;
            builder.add(number, builder.activity(parts[0]), who, EventLog.NO_TIME, at);
        }
        return builder.build();
    }

    private static List<Integer> broken(Rule rule, String... events) {
        return rule.breaches(log(events)).stream().map(Breach::event).toList();
    }

    @Test
    void anActivityHappensAsOftenAsItMay() {
        var once = new Rule.Exists("pay", 1, 1);

        assertThat(broken(once, "ask", "pay")).isEmpty();
        assertThat(broken(once, "ask")).containsExactly(Breach.NOTHING);
        assertThat(broken(once, "pay", "ask", "pay")).containsExactly(2);
        assertThatThrownBy(() -> new Rule.Exists("pay", 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsPaidBeforeItIsApproved() {
        var order = new Rule.Precedes("approve", "pay");

        assertThat(broken(order, "approve", "pay", "pay")).isEmpty();
        assertThat(broken(order, "pay", "approve", "pay")).containsExactly(0);
        assertThat(broken(order, "ask")).isEmpty();
    }

    @Test
    void anAnswerComesWithinWorkingTime() {
        WorkingTime office = (from, to) -> Math.max(0, Math.min(to, 17 * HOUR) - Math.max(from, 9 * HOUR));
        var answer = new Rule.Responds("ask", "answer", Duration.ofHours(2), office);

        assertThat(broken(answer, "ask@16", "answer@30")).isEmpty();
        assertThat(broken(answer, "ask@10", "answer@13")).containsExactly(0);
        assertThat(broken(answer, "ask@10", "ask@12", "answer@13")).containsExactly(0);
        assertThat(broken(answer, "answer@9", "ask@10")).containsExactly(1);
        assertThat(broken(answer, "ask", "answer")).isEmpty();
    }

    @Test
    void nobodyApprovesWhatTheyAskedFor() {
        var eyes = new Rule.FourEyes("ask", "approve");

        assertThat(broken(eyes, "ask@1 Li", "approve@2 Wang")).isEmpty();
        assertThat(broken(eyes, "ask@1 Li", "approve@2 Wang", "approve@3 Li")).containsExactly(2);
        assertThat(broken(eyes, "approve@1 Li", "ask@2 Li")).containsExactly(1);
        assertThat(broken(eyes, "ask@1", "approve@2")).isEmpty();
    }

    @Test
    void onlyTheCashierPays() {
        var cashier = new Rule.DoneBy("pay", Set.of("Li"));

        assertThat(broken(cashier, "pay@1 Li", "ask@2 Wang")).isEmpty();
        assertThat(broken(cashier, "pay@1 Wang", "pay@2")).containsExactly(0, 1);
    }

    @Test
    void whatIsRejectedIsNotPaid() {
        var either = new Rule.Excludes("reject", "pay");

        assertThat(broken(either, "reject", "reject")).isEmpty();
        assertThat(broken(either, "reject", "pay", "reject")).containsExactly(1);
    }
}
