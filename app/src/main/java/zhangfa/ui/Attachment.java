package zhangfa.ui;

import java.util.Locale;

/** A file that hangs on something, as a form or a page lists it. */
public record Attachment(String id, String name, long bytes) {

    private static final long KILO = 1024;

    public String size() {
        return bytes < KILO * KILO
                ? Math.max(1, Math.round((double) bytes / KILO)) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / KILO / KILO);
    }
}
