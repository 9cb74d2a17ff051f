package zhangfa.directory.provider;

import java.util.Locale;

/** By what a person of an outside system may be recognised without anybody's doing. */
public enum Match {
    USERNAME,
    EMAIL,
    PHONE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Match of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
