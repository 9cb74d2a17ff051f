package zhangfa.register.entry;

import java.util.List;
import java.util.Map;
import zhangfa.register.State;
import zhangfa.register.schema.Register;

/** One record with its history. */
public record EntryPage(
        Register register, Entry entry, Map<String, Shown> values, List<Deed> deeds, String createdBy, boolean writes) {

    public State state() {
        return register.state(entry.state()).orElse(register.states().getFirst());
    }

    public String href() {
        return register.href() + "/" + entry.id();
    }
}
