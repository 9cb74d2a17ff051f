package zhangfa.work.incident;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import zhangfa.process.Incidents;

/** Which incidents a page shows, as its address says it. */
public record TroubleFilter(
        @Nullable String process, @Nullable String kind, boolean resolved) {

    static final String HERE = "/incidents";

    static TroubleFilter of(@Nullable String process, @Nullable String kind, @Nullable String state) {
        return new TroubleFilter(given(process), given(kind), "resolved".equals(state));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    Incidents.Filter incidents() {
        return new Incidents.Filter(process, kind, resolved);
    }

    public boolean isNarrowed() {
        return process != null || kind != null;
    }

    public String address() {
        return address(HERE, null);
    }

    public String export() {
        return address(HERE + ".csv", null);
    }

    public String whole() {
        return new TroubleFilter(null, null, resolved).address();
    }

    public String state(boolean other) {
        return new TroubleFilter(process, kind, other).address();
    }

    public String ofProcess(String key) {
        return new TroubleFilter(key, kind, resolved).address();
    }

    public List<String> kinds() {
        return Incidents.KINDS;
    }

    public String ofKind(String other) {
        return new TroubleFilter(process, other, resolved).address();
    }

    String after(@Nullable String cursor) {
        return address(HERE, cursor);
    }

    private String address(String path, @Nullable String cursor) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("process", Optional.ofNullable(process))
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("state", resolved ? Optional.of("resolved") : Optional.empty())
                .queryParamIfPresent("after", Optional.ofNullable(cursor))
                .encode()
                .toUriString();
    }
}
