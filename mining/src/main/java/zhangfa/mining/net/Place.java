package zhangfa.mining.net;

/**
 * Where tokens lie.
 *
 * @param id as in the file
 * @param name what the designer called it; the id where it has no name
 */
public record Place(String id, String name) {}
