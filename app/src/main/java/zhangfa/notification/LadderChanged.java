package zhangfa.notification;

import java.util.List;
import java.util.UUID;

/** Somebody set how urgent notices of a kind climb. */
public record LadderChanged(String noticeKind, int minutes, List<String> rungs, UUID who) {}
