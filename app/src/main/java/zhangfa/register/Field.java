package zhangfa.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a register.
 *
 * @param key its column, and its name in files, the API and the view of facts; never changed
 * @param options what can be chosen; empty for all other kinds
 * @param target key of the register that a link leads to; null for all other kinds
 * @param retired no longer filled in; its values stay
 */
public record Field(
        String key,
        String name,
        FieldKind kind,
        boolean required,
        boolean unique,
        List<String> options,
        @Nullable String target,
        boolean retired) {

    /** Quoted by its prefix: no column of a person's making meets one of ours. */
    public String column() {
        return "f_" + key;
    }

    public boolean is(String word) {
        return kind.word().equals(word);
    }
}
