package zhangfa.ui;

import java.util.Locale;

/** The five states that a colour and an icon may stand for, always beside a word. */
public enum Tone {
    RUNNING("circle-dot"),
    WAITING("hourglass"),
    DONE("circle-check"),
    REJECTED("circle-x"),
    OVERDUE("alert-circle");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** The last part of its CSS class. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
