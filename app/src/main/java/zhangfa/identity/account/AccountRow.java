package zhangfa.identity.account;

import java.util.List;
import java.util.UUID;
import zhangfa.ui.Tone;

/** One account in the administrator's list. */
public record AccountRow(UUID id, String username, String name, String status, List<String> roles) {

    public Tone tone() {
        return switch (status) {
            case "active" -> Tone.DONE;
            case "invited" -> Tone.WAITING;
            default -> Tone.REJECTED;
        };
    }

    public boolean isDeactivated() {
        return status.equals("deactivated");
    }

    public boolean isInvited() {
        return status.equals("invited");
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
