package zhangfa.process.definition;

import org.jspecify.annotations.Nullable;

/**
 * Which version of a process a call activity calls.
 *
 * @param version the pinned one; null for the newest
 * @param tag the newest that carries this {@code zhangfa:version-tag}; null for any
 */
public record CallRule(@Nullable Integer version, @Nullable String tag) {

    static final CallRule NEWEST = new CallRule(null, null);
}
