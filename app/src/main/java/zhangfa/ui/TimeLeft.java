package zhangfa.ui;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a time limit, in working time.
 *
 * @param left until the limit; below zero by as much as it is overrun
 * @param workday the length of one workday on the calendar that counts
 * @param due when the limit is or was reached; null while it is paused before that
 * @param paused why it stands still; null while it runs
 */
public record TimeLeft(
        Duration left,
        Duration workday,
        @Nullable Instant due,
        @Nullable String paused) {

    /** Above this many days, hours no longer matter to anybody. */
    private static final int FEW_DAYS = 3;

    public boolean isOverdue() {
        return left.isNegative();
    }

    public Tone tone() {
        if (isOverdue()) {
            return Tone.OVERDUE;
        }
        return paused == null ? Tone.RUNNING : Tone.WAITING;
    }

    /** Such as 还剩 4 个工作小时, 逾期 1 个工作日 or 已暂停（等补材料），还剩 2 个工作日. */
    public String words(Page page) {
        var rest = page.say(isOverdue() ? "ui.limit.overdue" : "ui.limit.left", amount(page));
        return paused == null ? rest : page.say("ui.limit.paused", paused, rest);
    }

    /** How long it is, late or not: 4 个工作小时. */
    public String amount(Page page) {
        var time = left.abs();
        var days = time.dividedBy(workday);
        var hours = time.minus(workday.multipliedBy(days)).toHours();
        if (days >= FEW_DAYS || (days > 0 && hours == 0)) {
            return page.say("ui.limit.days", days);
        }
        if (days > 0) {
            return page.say("ui.limit.days-and-hours", days, hours);
        }
        if (hours > 0) {
            return page.say("ui.limit.hours", hours);
        }
        return time.toMinutes() > 0 ? page.say("ui.limit.minutes", time.toMinutes()) : page.say("ui.limit.moment");
    }
}
