package zhangfa.rulebook.load;

import java.util.List;
import zhangfa.rulebook.source.SourceFault;

/**
 * What came of loading.
 *
 * @param written keys of the rulebooks and sections that were new or had changed
 * @param refused why sections were left as they were
 */
record Loaded(List<String> written, List<SourceFault> refused) {}
