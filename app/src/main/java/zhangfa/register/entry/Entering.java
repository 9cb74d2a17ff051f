package zhangfa.register.entry;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.register.Records;
import zhangfa.register.State;
import zhangfa.register.schema.Registers;

/** Enters records for processes: whoever may take the step may have its record entered. */
@Component
@Transactional
class Entering implements Records {

    private final Registers registers;
    private final EntryDesk desk;
    private final Entries entries;

    Entering(Registers registers, EntryDesk desk, Entries entries) {
        this.registers = registers;
        this.desk = desk;
        this.entries = entries;
    }

    @Override
    public String enter(String register, Map<String, String> fields, String state, UUID who) {
        var found =
                registers.find(register).orElseThrow(() -> Refusal.conflict("{register.not-there|" + register + "}"));
        var named = found.states().stream()
                .filter(one -> one.name().equals(state))
                .map(State::key)
                .findFirst()
                .orElse(state);
        var id = desk.add(found, fields, named, who);
        return entries.find(found, id).orElseThrow().number();
    }
}
