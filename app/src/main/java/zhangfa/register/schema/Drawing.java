package zhangfa.register.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhangfa.register.schema.RegisterForm.FieldLine;
import zhangfa.register.schema.RegisterForm.StateLine;

/**
 * A register on its drawing board.
 *
 * @param register the one that is changed; null for a new one
 * @param targets names of registers by keys, for links
 * @param positions names by keys
 * @param kinds of fields, with their words
 * @param categories of states, with their words
 */
public record Drawing(
        @Nullable Register register,
        RegisterForm form,
        Map<String, String> targets,
        Map<String, String> positions,
        Map<String, String> kinds,
        Map<String, String> categories) {

    public String href() {
        return register == null ? "/registers" : register.href() + "/definition";
    }

    public String name() {
        return RegisterForm.said(form.name());
    }

    public String prefix() {
        return RegisterForm.said(form.prefix());
    }

    public List<FieldLine> fields() {
        return Objects.requireNonNullElse(form.fields(), List.of());
    }

    public List<StateLine> states() {
        return Objects.requireNonNullElse(form.states(), List.of());
    }

    public boolean everyoneReads() {
        return Boolean.TRUE.equals(form.everyoneReads());
    }

    public boolean everyoneWrites() {
        return Boolean.TRUE.equals(form.everyoneWrites());
    }

    public boolean reads(String position) {
        return form.readers() != null && form.readers().contains(position);
    }

    public boolean writes(String position) {
        return form.writers() != null && form.writers().contains(position);
    }

    /** The kind of a field that is there already stays. */
    public boolean isFixed(@Nullable FieldLine line) {
        return line != null
                && register != null
                && register.field(RegisterForm.said(line.key())).isPresent();
    }
}
