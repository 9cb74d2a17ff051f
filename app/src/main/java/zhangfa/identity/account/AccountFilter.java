package zhangfa.identity.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Which accounts the list shows. */
public record AccountFilter(@Nullable String status, String words) {

    public static final List<String> STATUSES = List.of("active", "invited", "deactivated");

    public boolean is(String other) {
        return other.equals(status);
    }

    /** The list with another status, or the next rows of the same. */
    public String path(@Nullable String other, @Nullable String after) {
        var path = UriComponentsBuilder.fromPath("/administration/accounts");
        if (other != null) {
            path.queryParam("status", other);
        }
        if (!words.isBlank()) {
            path.queryParam("q", "{words}");
        }
        if (after != null) {
            path.queryParam("after", after);
        }
        return words.isBlank()
                ? path.build().toUriString()
                : path.encode().buildAndExpand(words).toUriString();
    }
}
