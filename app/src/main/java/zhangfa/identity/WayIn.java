package zhangfa.identity;

/**
 * Another way to log in than by a password, as a button of the log-in page.
 *
 * @param icon its name in icons.txt
 * @param path where the button leads; the log-in page appends where to go afterwards
 */
public record WayIn(String label, String icon, String path) {}
