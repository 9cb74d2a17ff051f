package zhangfa.file.content;

/** What a file holds, known by its SHA-256 in lower-case hexadecimal, and its size in bytes. */
public record Content(String sha256, long size) {}
