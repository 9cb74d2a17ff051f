package zhangfa.register.entry;

import org.jspecify.annotations.Nullable;

/** A value as people read it, and where it leads; null where nowhere. */
public record Shown(String text, @Nullable String href) {

    static Shown of(String text) {
        return new Shown(text, null);
    }
}
