package zhangfa.organization.intake;

/**
 * What is wrong in one cell.
 *
 * @param row its number in the file
 * @param column its key, such as {@code username}
 * @param detail what to do about it: words or a message key in braces
 */
public record RowError(int row, String column, String detail) {}
