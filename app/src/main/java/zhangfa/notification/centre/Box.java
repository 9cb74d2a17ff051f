package zhangfa.notification.centre;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which notices a list shows. */
enum Box {
    UNREAD("and n.read_at is null "),
    ALL(""),
    TASKS("and m.kind like 'task.%' "),
    CASES("and m.kind like 'case.%' "),
    URGENT("and m.urgency = 'urgent' ");

    private final String condition;

    Box(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Box> named(String key) {
        return Arrays.stream(values()).filter(box -> box.key().equals(key)).findFirst();
    }
}
