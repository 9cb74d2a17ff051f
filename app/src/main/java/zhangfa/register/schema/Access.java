package zhangfa.register.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may: everybody, or who holds one of these positions (keys). */
public record Access(boolean everyone, List<String> positions) {

    public static final Access EVERYONE = new Access(true, List.of());

    boolean lets(@Nullable String position) {
        return everyone || (position != null && positions.contains(position));
    }
}
