package zhangfa.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several changes put into one statement, which costs less than one each. */
public final class With {

    private final List<String> parts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a change. Its parameters need casts wherever their type is not plain from where they stand. @return by what name others read what it returns */
    public String add(String change, @Nullable Object... parameters) {
        parts.add(change);
        values.addAll(Arrays.asList(parameters));
        return name(parts.size() - 1);
    }

    /** Adds all of it to the round trip, if anything, and begins anew. */
    public void end(RoundTrip trip) {
        if (parts.isEmpty()) {
            return;
        }
        var statement = new StringBuilder();
        for (int i = 0; i < parts.size() - 1; i++) {
            statement
                    .append(i == 0 ? "with " : ",\n")
                    .append(name(i))
                    .append(" as (")
                    .append(parts.get(i))
                    .append(")");
        }
        trip.add(statement.append("\n").append(parts.getLast()).toString(), values.toArray());
        parts.clear();
        values.clear();
    }

    private static String name(int part) {
        return "part" + part;
    }
}
