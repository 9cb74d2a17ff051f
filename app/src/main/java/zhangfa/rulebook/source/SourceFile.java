package zhangfa.rulebook.source;

/** A file of the rulebook as it was read: where it lies, for messages, and what it says. */
public record SourceFile(String path, String text) {}
