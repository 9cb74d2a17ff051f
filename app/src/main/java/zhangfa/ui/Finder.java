package zhangfa.ui;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a module lets people find; each reader finds only what they may see anyway. */
public interface Finder {

    /** What it finds: cases, people, articles and so on; a message {@code search.<kind>} names it. */
    String kind();

    /** Where its things stand among the others, smallest first. */
    int order();

    /**
     * The best first.
     *
     * @param reader the account that asks
     * @param words each of them has to be found, in lower case
     */
    List<Hit> find(UUID reader, List<String> words, int most);

    /**
     * One thing found.
     *
     * @param sub what tells it from others of the same name; null where nothing has to
     */
    record Hit(String title, @Nullable String sub, String href) {}
}
