package zhangfa.identity.token;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;

/** The body of {@code POST /api/v1/tokens}. */
record TokenRequest(@Nullable String username, @Nullable String password) {

    /** Both or a refusal that names each missing one. */
    Given given() {
        var faults = new ArrayList<Refusal.Fault>();
        if (username == null || username.isBlank()) {
            faults.add(new Refusal.Fault("/username", "{identity.username-missing}"));
        }
        if (password == null || password.isEmpty()) {
            faults.add(new Refusal.Fault("/password", "{identity.password-missing}"));
        }
        if (username == null || password == null || !faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Given(username.strip(), password);
    }

    record Given(String username, String password) {}
}
