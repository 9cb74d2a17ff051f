package zhangfa.ui;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Words;

/** All that is wrong with a form that was sent: summed up at its top, and said beside each field. */
public record Faults(List<Fault> all) {

    public static final Faults NONE = new Faults(List.of());

    /** A refusal's JSON pointers name the fields: {@code /form/lines/0/amount} is {@code lines[0].amount}. */
    public static Faults of(Refusal refusal, Words words) {
        if (refusal.faults().isEmpty()) {
            return new Faults(List.of(new Fault("", words.say(refusal.detail()))));
        }
        return new Faults(refusal.faults().stream()
                .map(fault -> new Fault(field(fault.pointer()), words.say(fault.detail())))
                .toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What is wrong with this field, or null. */
    public @Nullable String on(String field) {
        return all.stream()
                .filter(fault -> Objects.equals(fault.field(), field))
                .map(Fault::text)
                .findFirst()
                .orElse(null);
    }

    static String field(String pointer) {
        return pointer.replaceFirst("^/form/", "/")
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replaceFirst("^/", "")
                .replace('/', '.');
    }
}
