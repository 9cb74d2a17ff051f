package zhangfa.process.form;

/** Knows whom and what the fields of a form may name. */
public interface References {

    /** Where nothing is looked up. */
    References ANY = (kind, value) -> true;

    /** Whether there is such a thing; {@code kind} is the widget of the field, such as {@code person} or {@code unit}. */
    boolean isKnown(String kind, String value);
}
