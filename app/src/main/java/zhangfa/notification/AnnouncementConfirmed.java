package zhangfa.notification;

import java.util.UUID;

/** Somebody confirmed having read an announcement. */
public record AnnouncementConfirmed(UUID announcement, UUID who) {}
