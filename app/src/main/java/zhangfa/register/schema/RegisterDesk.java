package zhangfa.register.schema;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.register.Field;

/** Where registers are made and changed, with their tables, in one transaction. */
@Component
@Transactional
public class RegisterDesk {

    private final Registers registers;
    private final Tables tables;
    private final ApplicationEventPublisher events;

    RegisterDesk(Registers registers, Tables tables, ApplicationEventPublisher events) {
        this.registers = registers;
        this.tables = tables;
        this.events = events;
    }

    public Register make(RegisterForm form, UUID who) {
        return make(form.register(null, keys()), who);
    }

    Register make(Register register, @Nullable UUID who) {
        if (!registers.add(register)) {
            throw Refusal.conflict("{register.changed-meanwhile}");
        }
        tables.make(register);
        events.publishEvent(new RegisterDefined(register.key(), register.name(), 0, who));
        return register;
    }

    /** Fields and states are added and renamed; a field that is no longer named is retired, and its values stay. */
    public Register change(String key, RegisterForm form, UUID who) {
        var present = registers.find(key).orElseThrow(Refusal::notThere);
        return change(present, form.register(present, keys()), who);
    }

    Register change(Register present, Register register, @Nullable UUID who) {
        if (!registers.write(register)) {
            throw Refusal.conflict("{register.changed-meanwhile}");
        }
        register.fields()
                .forEach(field -> present.field(field.key())
                        .ifPresentOrElse(
                                before -> alter(register, before, field), () -> tables.addField(register, field)));
        tables.show(register);
        events.publishEvent(new RegisterDefined(register.key(), register.name(), register.revision() + 1, who));
        return register;
    }

    private void alter(Register register, Field before, Field now) {
        if (before.unique() == now.unique()) {
            return;
        }
        try {
            tables.changeUnique(register, now);
        } catch (DuplicateKeyException doubled) {
            throw Refusal.invalid("/fields", "{register.not-unique|" + now.name() + "}");
        }
    }

    private Set<String> keys() {
        return registers.all().stream().map(Register::key).collect(Collectors.toSet());
    }
}
