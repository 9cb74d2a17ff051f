package zhangfa.register.entry;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import zhangfa.api.Refusal;
import zhangfa.register.Field;
import zhangfa.register.FieldKind;
import zhangfa.register.schema.Register;

/**
 * Which records of a register are wanted, and in which order.
 *
 * @param state key of a state; null for all
 * @param search words that it holds; empty for all
 * @param sort key of a field; null for the newest first
 * @param after the last record of the page before; null for the first page
 */
public record Filter(
        @Nullable String state,
        String search,
        @Nullable String sort,
        boolean descending,
        @Nullable UUID after) {

    /** What a request asks for; what the register does not have is refused by name. */
    public static Filter of(
            Register register,
            @Nullable String state,
            @Nullable String search,
            @Nullable String sort,
            @Nullable String after) {
        var named = state == null || state.isBlank() ? null : state;
        if (named != null && register.state(named).isEmpty()) {
            throw Refusal.invalid("/state", "{register.no-such-state}");
        }
        var ordered = sort == null ? "" : sort;
        var descending = ordered.startsWith("-");
        var key = ordered.replaceFirst("^-", "");
        if (!key.isEmpty() && sorted(register, key).isEmpty()) {
            throw Refusal.invalid("/sort", "{register.no-such-field}");
        }
        return new Filter(
                named, search == null ? "" : search.strip(), key.isEmpty() ? null : key, descending, id(after));
    }

    /** The same, behind this record. */
    public Filter behind(UUID last) {
        return new Filter(state, search, sort, descending, last);
    }

    Optional<Field> sortedBy(Register register) {
        return sort == null ? Optional.empty() : sorted(register, sort);
    }

    /** The address of the same list behind this record. */
    String next(Register register, String last) {
        return address(register, sort == null ? null : (descending ? "-" : "") + sort)
                .queryParam("after", last)
                .encode()
                .toUriString();
    }

    /** The address of the same list in the order of this field; once more turns it round. */
    public String by(Register register, Field field) {
        var turned = field.key().equals(sort) && !descending;
        return address(register, (turned ? "-" : "") + field.key()).encode().toUriString();
    }

    /** The address of the same list with only this state; null for all. */
    public String in(Register register, @Nullable String other) {
        var order = sort == null ? null : (descending ? "-" : "") + sort;
        return new Filter(other, search, sort, descending, null)
                .address(register, order)
                .encode()
                .toUriString();
    }

    /** What {@code aria-sort} says of this field's column. */
    public String sortOf(Field field) {
        return field.key().equals(sort) ? descending ? "descending" : "ascending" : "none";
    }

    /** The same as a query, for files. */
    public String query(Register register) {
        var uri = address(register, sort == null ? null : (descending ? "-" : "") + sort)
                .encode()
                .build()
                .getQuery();
        return uri == null ? "" : "?" + uri;
    }

    public boolean isEmpty() {
        return state == null && search.isEmpty();
    }

    private UriComponentsBuilder address(Register register, @Nullable String order) {
        var address = UriComponentsBuilder.fromPath(register.href());
        if (state != null) {
            address.queryParam("state", state);
        }
        if (!search.isEmpty()) {
            address.queryParam("q", search);
        }
        if (order != null) {
            address.queryParam("sort", order);
        }
        return address;
    }

    private static Optional<Field> sorted(Register register, String key) {
        return register.field(key).filter(field -> field.kind() != FieldKind.AREA);
    }

    private static @Nullable UUID id(@Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : UUID.fromString(written);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("/after", "{api.cursor}");
        }
    }
}
