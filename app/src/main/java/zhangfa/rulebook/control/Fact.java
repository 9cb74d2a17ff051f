package zhangfa.rulebook.control;

import java.util.List;

/** A view that questions may read, with what its columns hold. */
public record Fact(String name, String about, List<Column> columns) {

    /** One column and what it holds. */
    public record Column(String name, String about) {}
}
