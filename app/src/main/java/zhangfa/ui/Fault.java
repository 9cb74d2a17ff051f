package zhangfa.ui;

/** A field that is wrong, by the name it has in the form, and what to do about it in the reader's words. */
public record Fault(String field, String text) {}
