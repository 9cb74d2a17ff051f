package zhangfa.identity;

import java.util.Optional;
import java.util.UUID;

/** Passwords that are kept elsewhere, in the company's directory; asked only where the password kept here does not fit. */
public interface OutsidePasswords {

    /** Whose account this name and password open; empty for a wrong one, and where nobody can be asked. */
    Optional<UUID> holder(String username, String password);
}
