package zhangfa.register.schema;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.register.Field;
import zhangfa.register.RegisterPlan;
import zhangfa.register.Registry;
import zhangfa.register.State;

/** Lays registers down as sections plan them, and keeps what people have added to them. */
@Component
@Transactional
class Laying implements Registry {

    private final Registers registers;
    private final RegisterDesk desk;

    Laying(Registers registers, RegisterDesk desk) {
        this.registers = registers;
        this.desk = desk;
    }

    @Override
    public void lay(RegisterPlan plan, @Nullable UUID by) {
        var present = registers.find(plan.key());
        check(plan, present.map(Register::fields).orElseGet(List::of));
        var wanted = merged(plan, present);
        if (present.isEmpty()) {
            desk.make(wanted, by);
        } else if (!present.get().equals(wanted)) {
            desk.change(present.get(), wanted, by);
        }
    }

    private void check(RegisterPlan plan, List<Field> present) {
        var kinds = present.stream().collect(toMap(Field::key, Field::kind));
        var faults = new ArrayList<Fault>();
        for (var field : plan.fields()) {
            var kind = kinds.getOrDefault(field.key(), field.kind());
            if (kind != field.kind()) {
                faults.add(fault(field, "{register.kind-kept|" + field.name() + "}"));
            }
            if (field.target() != null && !knows(plan, field.target())) {
                faults.add(fault(field, "{register.target-missing|" + field.name() + "}"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private boolean knows(RegisterPlan plan, String target) {
        return target.equals(plan.key()) || registers.find(target).isPresent();
    }

    private static Fault fault(Field field, String words) {
        return new Fault("/fields/" + field.key(), words);
    }

    /** Who may read and write is the company's to say, once the register is there. */
    private static Register merged(RegisterPlan plan, Optional<Register> present) {
        return new Register(
                plan.key(),
                plan.name(),
                plan.prefix(),
                joined(present.map(Register::fields).orElseGet(List::of), plan.fields(), Field::key),
                joined(present.map(Register::states).orElseGet(List::of), plan.states(), State::key),
                present.map(Register::readers).orElseGet(() -> access(plan.readers())),
                present.map(Register::writers).orElseGet(() -> access(plan.writers())),
                present.map(Register::revision).orElse(0));
    }

    private static Access access(List<String> positions) {
        return positions.isEmpty() ? Access.EVERYONE : new Access(false, positions);
    }

    /** In the order of the plan, behind it what it does not name. */
    private static <T> List<T> joined(List<T> present, List<T> planned, Function<T, String> key) {
        Map<String, T> joined = new LinkedHashMap<>();
        planned.forEach(one -> joined.put(key.apply(one), one));
        present.forEach(one -> joined.putIfAbsent(key.apply(one), one));
        return List.copyOf(joined.values());
    }
}
