package zhangfa.register.entry;

import java.time.Instant;
import java.util.Map;

/**
 * Something that somebody did to a record.
 *
 * @param key the message key of what was done
 * @param changes what was before and is now, by names of fields; the state under the empty name
 */
public record Deed(Instant at, String who, String key, Map<String, EntryDesk.Change> changes) {}
