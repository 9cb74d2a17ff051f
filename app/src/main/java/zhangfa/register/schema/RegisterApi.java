package zhangfa.register.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.register.Field;
import zhangfa.register.schema.RegisterForm.FieldLine;
import zhangfa.register.schema.RegisterForm.StateLine;

/** The definitions of registers, for programs. */
@RestController
@RequestMapping("/api/v1/registers")
class RegisterApi {

    private final Registers registers;
    private final RegisterDesk desk;

    RegisterApi(Registers registers, RegisterDesk desk) {
        this.registers = registers;
        this.desk = desk;
    }

    /** A register. */
    record Shape(
            String key, String name, String prefix, int revision, List<FieldShape> fields, List<StateShape> states) {

        static Shape of(Register register) {
            return new Shape(
                    register.key(),
                    register.name(),
                    register.prefix(),
                    register.revision(),
                    register.asked().stream().map(FieldShape::of).toList(),
                    register.states().stream()
                            .map(state -> new StateShape(
                                    state.key(), state.name(), state.category().word()))
                            .toList());
        }
    }

    /** A field; {@code kind} is text, area, number, date, choice, yes_no, person or link. */
    record FieldShape(
            String key,
            String name,
            String kind,
            boolean required,
            boolean unique,
            List<String> options,
            @Nullable String target) {

        static FieldShape of(Field field) {
            return new FieldShape(
                    field.key(),
                    field.name(),
                    field.kind().word(),
                    field.required(),
                    field.unique(),
                    field.options(),
                    field.target());
        }
    }

    /** A state; {@code category} is open, running, done or dropped. */
    record StateShape(String key, String name, String category) {}

    /** A register to be made or changed; whoever changes one names the revision that they saw. */
    record Wish(
            @Nullable Integer revision,
            @Nullable String name,
            @Nullable String prefix,
            @Nullable List<FieldLine> fields,
            @Nullable List<StateLine> states,
            @Nullable Boolean everyoneReads,
            @Nullable List<String> readers,
            @Nullable Boolean everyoneWrites,
            @Nullable List<String> writers) {

        RegisterForm form() {
            return new RegisterForm(
                    revision == null ? 0 : revision,
                    name,
                    prefix,
                    fields,
                    states,
                    everyoneReads,
                    readers,
                    everyoneWrites,
                    writers);
        }
    }

    @GetMapping
    @SignedIn
    Listing<Shape> list(Account who) {
        return new Listing<>(
                registers.all().stream()
                        .filter(register -> registers.isReadBy(register, who))
                        .map(Shape::of)
                        .toList(),
                null);
    }

    @GetMapping("/{key}")
    @SignedIn
    Shape show(@PathVariable String key, Account who) {
        return Shape.of(registers.read(key, who));
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    Shape make(@RequestBody Wish wish, Account who) {
        return Shape.of(desk.make(wish.form(), who.id()));
    }

    @PutMapping("/{key}")
    @May(Permission.RULEBOOK_MANAGE)
    Shape change(@PathVariable String key, @RequestBody Wish wish, Account who) {
        return Shape.of(desk.change(key, wish.form(), who.id()));
    }
}
