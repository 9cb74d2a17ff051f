package zhangfa.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import zhangfa.directory.provider.Trouble;

/**
 * An administrator's filter with a name put in. The filter is parsed before the name goes in, as a value and never as
 * text, so no name can change what is asked.
 */
final class Search {

    static final String NAME = "{username}";

    private Search() {}

    static Filter filter(String template, String username) throws Trouble {
        try {
            return filled(Filter.create(template), username);
        } catch (LDAPException e) {
            throw Trouble.lasting("{directory.ldap.filter-wrong}");
        }
    }

    static boolean isGood(String template) {
        try {
            var filter = Filter.create(template);
            return !filled(filter, "x").equals(filter);
        } catch (LDAPException e) {
            return false;
        }
    }

    private static Filter filled(Filter filter, String username) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(all(filter.getComponents(), username));
            case Filter.FILTER_TYPE_OR -> Filter.createORFilter(all(filter.getComponents(), username));
            case Filter.FILTER_TYPE_NOT ->
                Filter.createNOTFilter(filled(Objects.requireNonNull(filter.getNOTComponent()), username));
            case Filter.FILTER_TYPE_EQUALITY ->
                Filter.createEqualityFilter(
                        Objects.requireNonNull(filter.getAttributeName()),
                        Objects.requireNonNull(filter.getAssertionValue()).replace(NAME, username));
            default -> filter;
        };
    }

    private static List<Filter> all(Filter[] parts, String username) {
        var filled = new ArrayList<Filter>();
        for (var part : parts) {
            filled.add(filled(part, username));
        }
        return filled;
    }
}
