package zhangfa.ui;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Where a module says what waits for people beside the tasks of cases; a bean of each that has such things. */
public interface Chores {

    /** In the order in which they are due; no more than a page has room for. */
    List<Chore> of(UUID person, Locale locale);
}
