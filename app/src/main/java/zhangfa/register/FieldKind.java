package zhangfa.register;

import java.util.Locale;

/** What a field holds, and as what PostgreSQL keeps it. */
public enum FieldKind {
    TEXT("text"),
    AREA("text"),
    NUMBER("numeric"),
    DATE("date"),
    CHOICE("text"),
    YES_NO("boolean"),
    /** Somebody of the organisation. */
    PERSON("uuid"),
    /** A record of this or another register. */
    LINK("uuid");

    private final String column;

    FieldKind(String column) {
        this.column = column;
    }

    public String column() {
        return column;
    }

    /** As it is written in files, forms and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its words can be searched. */
    public boolean isText() {
        return column.equals("text");
    }
}
