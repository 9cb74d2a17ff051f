package zhangfa.identity.credential;

import java.util.ArrayList;
import zhangfa.api.Refusal;

/** A password that somebody chooses, typed twice. */
public record NewPassword(String text) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    /** Refused with a fault on {@code /password} or {@code /repeated} when it is too short, too obvious or typed differently. */
    public static NewPassword chosen(String password, String repeated, String username) {
        var faults = new ArrayList<Refusal.Fault>();
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            faults.add(new Refusal.Fault("/password", "{identity.password-length|" + SHORTEST + "}"));
        } else if (password.equalsIgnoreCase(username)
                || password.chars().distinct().count() < 4) {
            faults.add(new Refusal.Fault("/password", "{identity.password-obvious}"));
        }
        if (!password.equals(repeated)) {
            faults.add(new Refusal.Fault("/repeated", "{identity.password-differs}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new NewPassword(password);
    }

    @Override
    public String toString() {
        return "NewPassword";
    }
}
