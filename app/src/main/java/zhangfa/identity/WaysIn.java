package zhangfa.identity;

import java.util.List;
import java.util.Locale;

/** What the log-in page offers beside the password; the module that knows outside log-ins answers. */
public interface WaysIn {

    List<WayIn> in(Locale language);
}
