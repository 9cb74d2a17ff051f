package zhangfa.work.casefile;

import java.util.List;

/** A process that the reader may start, as the page offers it. */
public record Startable(String key, String name, String about, List<String> articles) {

    /** The articles of these clauses: the letter behind an article's number only tells its demands apart. */
    static List<String> articles(List<String> clauses) {
        return clauses.stream()
                .map(clause -> clause.replaceFirst("[a-z]$", ""))
                .distinct()
                .toList();
    }
}
