package zhangfa.work.overdue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import zhangfa.process.Overdue;
import zhangfa.process.Overdue.By;

/** What a board shows, as its address says it: by what it counts, and which late tasks. */
public record BoardFilter(
        By by,
        @Nullable UUID person,
        @Nullable UUID unit,
        @Nullable String process) {

    static final String HERE = "/overdue";

    static BoardFilter of(@Nullable String by, @Nullable UUID person, @Nullable UUID unit, @Nullable String process) {
        return new BoardFilter(
                Optional.ofNullable(by).flatMap(By::named).orElse(By.PERSON),
                person,
                unit,
                process == null || process.isBlank() ? null : process);
    }

    Overdue.Filter tasks() {
        return new Overdue.Filter(person, unit, process);
    }

    public boolean isNarrowed() {
        return person != null || unit != null || process != null;
    }

    public String address() {
        return address(HERE, null);
    }

    public String export() {
        return address(HERE + ".csv", null);
    }

    public String whole() {
        return new BoardFilter(by, null, null, null).address();
    }

    /** A way to count, and where it is shown. */
    public record Way(String key, String href, boolean chosen) {}

    public List<Way> ways() {
        return Arrays.stream(By.values())
                .map(way -> new Way(way.key(), new BoardFilter(way, person, unit, process).address(), way == by))
                .toList();
    }

    public String way() {
        return by.key();
    }

    String after(@Nullable String cursor) {
        return address(HERE, cursor);
    }

    /** Only what is late at this place of the board. */
    String at(String key) {
        return (switch (by) {
                    case PERSON -> new BoardFilter(by, UUID.fromString(key), unit, process);
                    case UNIT -> new BoardFilter(by, person, UUID.fromString(key), process);
                    case PROCESS -> new BoardFilter(by, person, unit, key);
                })
                .address();
    }

    private String address(String path, @Nullable String cursor) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("by", by.key())
                .queryParamIfPresent("person", Optional.ofNullable(person))
                .queryParamIfPresent("unit", Optional.ofNullable(unit))
                .queryParamIfPresent("process", Optional.ofNullable(process))
                .queryParamIfPresent("after", Optional.ofNullable(cursor))
                .encode()
                .toUriString();
    }
}
