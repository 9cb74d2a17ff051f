package zhangfa.work.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody made of a field after the case was handed in.
 *
 * @param key of the field, {@code name} what the form calls it
 * @param who null where a rule or another system did it
 * @param from as the form shows it; empty where nothing stood there
 */
public record FieldChange(Instant at, @Nullable String who, String key, String name, String from, String to) {}
