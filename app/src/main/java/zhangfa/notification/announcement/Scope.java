package zhangfa.notification.announcement;

import java.util.List;
import java.util.UUID;

/** Whom an announcement is meant for: everybody, or units with all below them and holders of positions. */
record Scope(boolean everyone, List<UUID> units, List<String> positions) {}
