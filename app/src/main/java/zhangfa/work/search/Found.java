package zhangfa.work.search;

import java.util.List;
import zhangfa.ui.Finder;

/** What was found of one kind. */
public record Found(String kind, List<Finder.Hit> hits) {}
