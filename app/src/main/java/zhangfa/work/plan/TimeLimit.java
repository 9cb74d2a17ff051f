package zhangfa.work.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a step may take and what happens then.
 *
 * @param attributes of {@code zhangfa:limit}, as the model writes them
 */
public record TimeLimit(Map<String, String> attributes) {

    private static final Pattern LENGTH = Pattern.compile("P(?:([1-9]\\d{0,2})D|T([1-9]\\d{0,2})H)");

    /** A limit of so many working days, or working hours; what the limit before it said beside that is kept. */
    public static TimeLimit of(int amount, boolean hours, String expiry, String to, Map<String, String> present) {
        var attributes = new LinkedHashMap<>(present);
        attributes.remove("within");
        attributes.put("duration", hours ? "PT" + amount + "H" : "P" + amount + "D");
        put(attributes, "on-expiry", expiry.equals("remind") ? "" : expiry);
        put(attributes, "to", expiry.equals("transfer") || expiry.equals("escalate") ? to : "");
        return new TimeLimit(attributes);
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (value.isEmpty()) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    boolean isShown() {
        return length().matches();
    }

    public int amount() {
        var length = length();
        return length.matches() ? Integer.parseInt(isHours() ? length.group(2) : length.group(1)) : 0;
    }

    public boolean isHours() {
        return written().startsWith("PT");
    }

    public String expiry() {
        return attributes.getOrDefault("on-expiry", "remind");
    }

    public String to() {
        return attributes.getOrDefault("to", "");
    }

    private Matcher length() {
        return LENGTH.matcher(written());
    }

    private String written() {
        return attributes.getOrDefault("within", attributes.getOrDefault("duration", ""));
    }
}
