package zhangfa.work.casefile;

import java.util.List;

/** A process that the reader may start, as the page offers it. */
public record Startable(String key, String name, String about, List<String> articles) {}
