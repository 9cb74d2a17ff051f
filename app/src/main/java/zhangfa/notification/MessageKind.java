package zhangfa.notification;

/**
 * A kind of message that people may choose channels for.
 *
 * @param key such as {@code task.assigned}
 * @param order its place in the list of kinds
 * @param outside whether it also leaves the product (by mail) for people who have not chosen
 */
public record MessageKind(String key, int order, boolean outside) {}
