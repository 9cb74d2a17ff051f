package zhangfa.notification;

/** Whether a message can wait for the morning. */
public enum Urgency {
    NORMAL,
    /** Reaches people in their quiet hours too, and is never saved for a digest. */
    URGENT
}
