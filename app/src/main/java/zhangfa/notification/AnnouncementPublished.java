package zhangfa.notification;

import java.util.UUID;

/** Somebody announced something to others. */
public record AnnouncementPublished(UUID announcement, String title, UUID who) {}
