package zhangfa.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the company as of today.
 *
 * @param key stable name for rules and imports, such as {@code operations-centre}
 * @param head who leads it today; null while vacant
 * @param legalEntity the company in law that it belongs to
 * @param position its place among its sisters
 */
public record Unit(
        UUID id,
        String key,
        String name,
        @Nullable UUID parent,
        @Nullable UUID head,
        String legalEntity,
        int position) {}
